import { listCases } from '../../electron/core/cases/list-cases.ts';
import { findCases } from '../../electron/core/search/find-cases.ts';
import type { Session } from '../../electron/core/session.ts';
import type { Connection } from '../../electron/db/connection.ts';
import { matchQuery } from '../../shared/search/rules.ts';
import { caseCount } from './big-file.ts';
import { against, timed, type Figure } from './figure.ts';

const runs = 60;

const alternating = (value: () => void, floor: () => void): { value: number[]; floor: number[] } => {
  const times = { value: [] as number[], floor: [] as number[] };
  for (let run = 0; run < runs + 5; run += 1) {
    const one = { value: timed(value), floor: timed(floor) };
    if (run < 5) continue;
    times.value.push(one.value);
    times.floor.push(one.floor);
  }
  return times;
};

/** First page of 50 with next clock, six dots and the total, against the bare indexed query for the same 50 rows. */
export const benchCaseList = (session: Session, bare: Connection): Figure => {
  const filter = {
    text: '',
    state: 'open',
    severity: null,
    ownerName: null,
    hospital: null,
    step: null,
    attention: null,
    sort: 'next-due',
    descending: false,
  } as const;
  const value = (): void => {
    const page = listCases(session, { filter, offset: 0, limit: 50 }, 3);
    if (!page.ok || page.value.lines.length !== 50 || page.value.total < caseCount) throw new Error('the list is not the expected one');
  };
  const floor = (): void => {
    const rows = bare.read.all("SELECT * FROM case_summaries WHERE state = 'open' ORDER BY due_sort LIMIT 50");
    if (rows.length !== 50) throw new Error('the bare list is not the expected one');
  };
  return against('case-list', alternating(value, floor));
};

/** How many hits lie between the newest and the one that completes the wanted number of cases. */
const depthOf = (bare: Connection, query: string, limit: number): number => {
  const sql = `SELECT r.case_id AS caseId FROM search_texts f CROSS JOIN search_rows r ON r.docid = f.rowid
    WHERE f.terms MATCH ? ORDER BY f.rowid DESC`;
  const hits = bare.read.all<{ caseId: string }>(sql, query);
  const cases = new Set<string>();
  const last = hits.findIndex(({ caseId }) => cases.add(caseId).size === limit);
  return last === -1 ? hits.length : last + 1;
};

/** A two-character word that stands in many logs, against the bare FTS5 query that walks the same hits. */
export const benchSearch = (session: Session, bare: Connection): Figure => {
  const text = '骨折';
  const query = matchQuery(text) ?? '';
  const limit = 20;
  const depth = depthOf(bare, query, limit);
  const value = (): void => {
    const found = findCases(session, { text, limit });
    if (!found.ok || found.value.length !== limit) throw new Error('not the expected number of cases found');
  };
  const floor = (): void => {
    const sql = (index: string): string => `SELECT rowid FROM ${index} WHERE terms MATCH ? ORDER BY rowid DESC LIMIT ?`;
    const rows = ['search_names', 'search_texts'].flatMap((index) => bare.read.all(sql(index), query, depth));
    if (rows.length !== depth) throw new Error('the bare query walks other hits');
  };
  return against('search-two-chars', alternating(value, floor));
};
