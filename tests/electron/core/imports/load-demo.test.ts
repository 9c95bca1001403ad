import { createHash } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { recogniseFile } from '../../../../electron/core/attachments/recognise-file.ts';
import { attachment } from '../../../../shared/attachments/model.ts';
import { demoOffer } from '../../../../electron/core/workflows/demo-offer.ts';
import { loadDemo } from '../../../../electron/core/imports/load-demo.ts';
import { projectors } from '../../../../electron/core/workflows/projectors.ts';
import { sha256 } from '../../../../electron/core/statement-operations.ts';
import { shippedWording } from '../../../../electron/shipped/shipped-wording.ts';
import { selectRows } from '../../../../electron/db/rows.ts';
import { driftsOf } from '../../../../shared/facts/drift.ts';
import { fact } from '../../../../shared/facts/model.ts';
import { statement } from '../../../../shared/statements/model.ts';
import { unsoundPart } from '../../../../shared/statements/rules.ts';
import { escalationStates } from '../../../../shared/escalations/model.ts';
import { readIdNumber } from '../../../../shared/kernel/id-number.ts';
import facts from '../../../../resources/wording/facts.json' with { type: 'json' };
import topics from '../../../../resources/wording/topics.json' with { type: 'json' };
import { openTestCore, type TestCore } from '../../../support/core.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { settlementOfCase } from '../../../../electron/core/workflows/settlement-of-case.ts';
import { paperStates } from '../../../../shared/papers/model.ts';
import { drain } from './lists.ts';

const loaded = async (): Promise<TestCore> => {
  const test = await openTestCore(onTestFinished, { projectors });
  test.clock.set('2026-11-23T02:00:00.000Z');
  await load(test);
  return test;
};

const load = async ({ session }: TestCore) => {
  const events = loadDemo(session, { goesOn: () => true, demoOffer });
  if (!events.ok) throw new Error(events.error.code);
  return drain(events.value);
};

const all = <Row>({ session }: TestCore, sql: string): Row[] => session.read.all<Row>(sql);
const count = (test: TestCore, sql: string): number => all<{ n: number }>(test, `SELECT count(*) AS n FROM ${sql}`)[0]?.n ?? 0;

it('loads at least thirty cases, one with twenty injured and several with two or more', async () => {
  const test = await loaded();
  expect(count(test, 'cases')).toBeGreaterThanOrEqual(30);
  const parties = all<{ n: number }>(test, 'SELECT count(*) AS n FROM injured_parties GROUP BY case_id ORDER BY n DESC').map(({ n }) => n);
  expect(parties[0]).toBe(20);
  expect(parties.filter((n) => n >= 2).length).toBeGreaterThanOrEqual(5);
});

it('has work in all six steps, promises in each state and escalations in every state', async () => {
  const test = await loaded();
  expect(all<{ step: number }>(test, 'SELECT DISTINCT step FROM contact_logs ORDER BY step').map(({ step }) => step)).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
  expect(all<{ state: string }>(test, 'SELECT DISTINCT state FROM promises ORDER BY state').map(({ state }) => state)).toEqual([
    'broken',
    'kept',
    'moved',
    'open',
  ]);
  const states = all<{ state: string }>(test, 'SELECT DISTINCT state FROM escalations').map(({ state }) => state);
  expect(states.toSorted()).toEqual([...escalationStates].toSorted());
  expect(count(test, 'deductions WHERE disclosure_id IS NULL AND not_told_before = 1')).toBeGreaterThan(3);
  expect(count(test, 'deductions d JOIN disclosures t ON t.id = d.disclosure_id WHERE t.told_at <= d.at AND t.case_id = d.case_id')).toBe(
    count(test, 'deductions WHERE disclosure_id IS NOT NULL'),
  );
  expect(count(test, 'questions WHERE answered_at IS NULL')).toBeGreaterThan(3);
  expect(count(test, "doubts WHERE state = 'open'")).toBeGreaterThan(2);
});

it('makes the day of loading look alive: some clocks are overdue, some run out soon', async () => {
  const test = await loaded();
  const now = test.session.clock.now().at;
  const soon = new Date(Date.parse(now) + 24 * 3_600_000).toISOString();
  const dues = all<{ due: string }>(test, 'SELECT due_at AS due FROM clocks').map(({ due }) => due);
  expect(dues.filter((due) => due < now).length).toBeGreaterThan(5);
  expect(dues.filter((due) => due >= now && due < soon).length).toBeGreaterThan(5);
  expect(count(test, `contact_logs WHERE contact_at > '${now}'`)).toBe(0);
  expect(count(test, `journal WHERE at > '${now}'`)).toBe(0);
});

it('brings every panel of one case alive: an ankle fracture at over seventy, with papers in all states, and its money computed', async () => {
  const test = await loaded();
  const caseId = all<{ id: string }>(test, "SELECT id FROM cases WHERE report_number = '990120260039'")[0]?.id ?? '';
  const opened = openCase(test.session, { caseId });
  if (!opened.ok) throw new Error(opened.error.code);
  const file = opened.value;
  const filled = ['facts', 'statements', 'drifts', 'promises', 'diagnoses', 'estimates', 'doubts', 'marks', 'treatments', 'items'] as const;
  const more = [
    'deductions',
    'advances',
    'rounds',
    'offers',
    'complaints',
    'papers',
    'paperRequests',
    'attachments',
    'escalations',
  ] as const;
  expect([...filled, ...more].filter((list) => file[list].length === 0)).toEqual([]);
  expect(new Set(file.papers.map(({ state }) => state))).toEqual(new Set(paperStates));
  expect(new Set(file.promises.map(({ state }) => state))).toEqual(new Set(['kept', 'moved', 'broken']));
  expect(file.advances.map(({ state }) => state).toSorted()).toEqual(['asked', 'not-yet', 'paid']);
  expect(file.complaints.map(({ state }) => state).toSorted()).toEqual(['done', 'received']);
  expect(file.disclosures.filter(({ correctsDisclosureId }) => correctsDisclosureId !== null)).toHaveLength(1);
  expect(file.escalations.map(({ state, enclosures }) => [state, enclosures?.length])).toEqual([['submitted', 2]]);
  const [offer] = file.offers;
  expect([file.offers.length, offer?.state, offer?.understood, offer?.sheet?.lines.length]).toEqual([1, 'countered', 'yes', 6]);
  const settled = settlementOfCase(test.session, caseId, 'review');
  expect(settled.ok && settled.value.errors).toEqual([]);
  expect(settled.ok && settled.value.items).toHaveLength(6);
});

it('brings invented pictures along: drawn, small ones beside them, each named by its content', async () => {
  const test = await loaded();
  const rows = selectRows(test.session.read, attachment, 'TRUE ORDER BY at');
  expect(rows.map(({ subject, kind }) => `${subject} ${kind}`)).toEqual([
    'scene photo',
    'identity photo',
    'injury photo',
    'record photo',
    'paper scan',
  ]);
  for (const row of rows) {
    for (const [name, most] of [
      [row.sha256, 400_000],
      [row.thumbnailSha256 ?? '', 60_000],
    ] as const) {
      const bytes = test.session.blobs.read(name) ?? new Uint8Array();
      expect(await recogniseFile(bytes, 'file')).toMatchObject({ ok: true, value: { mediaType: 'image/png' } });
      expect(bytes.length).toBeLessThan(most);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name);
    }
  }
});

it('balances every decided item', async () => {
  const test = await loaded();
  const sql = `damage_items i WHERE decision = 'decided' AND claimed_fen - allowed_fen <>
    (SELECT coalesce(sum(amount_fen), 0) FROM deductions d WHERE d.item_id = i.id)`;
  expect(count(test, sql)).toBe(0);
  expect(count(test, "damage_items WHERE decision = 'decided'")).toBeGreaterThan(20);
});

it('invents people: unassigned region, valid check digit, numbers of one test range', async () => {
  const test = await loaded();
  const numbers = all<{ number: string }>(test, 'SELECT id_number AS number FROM injured_parties WHERE id_number IS NOT NULL').map(
    ({ number }) => number,
  );
  expect(numbers.length).toBeGreaterThan(30);
  expect(numbers.filter((number) => !readIdNumber(number).ok || !number.startsWith('990000'))).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(count(test, "injured_parties WHERE phone NOT LIKE '1380000____'")).toBe(0);
});

it('freezes the first statement of everybody who was visited before step 3, soundly, and shows a few real drifts', async () => {
  const test = await loaded();
  const beyond = `injured_parties p WHERE EXISTS (SELECT 1 FROM diagnoses d WHERE d.party_id = p.id)
    AND EXISTS (SELECT 1 FROM facts f WHERE f.party_id = p.id AND f.topic = 'accidentInOwnWords')`;
  const frozen = "EXISTS (SELECT 1 FROM statements s WHERE s.party_id = p.id AND s.state = 'frozen')";
  expect(count(test, beyond)).toBeGreaterThan(20);
  expect(count(test, `${beyond} AND NOT ${frozen}`)).toBe(0);
  const rows = selectRows(test.session.read, statement, 'TRUE');
  expect(rows.filter((row) => unsoundPart(row, sha256) !== null)).toEqual([]);
  expect(new Set(rows.map(({ signing }) => signing))).toEqual(new Set(['screen', 'refused']));
  const said = Map.groupBy(selectRows(test.session.read, fact, 'party_id IS NOT NULL'), ({ partyId }) => partyId);
  const found = [...said.values()].flatMap((one) => driftsOf(one, shippedWording.facts));
  expect(found.map(({ topic, effect }) => `${topic.id} ${effect}`).toSorted()).toEqual([
    'carers raises',
    'carers raises',
    'incomeMonthly raises',
    'incomeMonthly raises',
    'incomeMonthly raises',
    'occupation changes',
  ]);
});

it('names only topics and facts that the wording knows', async () => {
  const test = await loaded();
  const known = new Set(topics.topics.map(({ id }) => id));
  const knownFacts = new Set(facts.facts.map(({ id }) => id));
  expect(all<{ topic: string }>(test, 'SELECT DISTINCT topic FROM disclosures').filter(({ topic }) => !known.has(topic))).toEqual([]);
  expect(all<{ topic: string }>(test, 'SELECT DISTINCT topic FROM facts').filter(({ topic }) => !knownFacts.has(topic))).toEqual([]);
});

it('adds nothing when it is loaded twice, and brings three profiles along', async () => {
  const test = await loaded();
  const before = [count(test, 'journal'), count(test, 'people')];
  const progress = await load(test);
  expect(progress.at(-1)).toMatchObject({ done: count(test, 'cases'), total: count(test, 'cases') });
  expect([count(test, 'journal'), count(test, 'people')]).toEqual(before);
  expect(all<{ role: string }>(test, 'SELECT DISTINCT role FROM people ORDER BY role').map(({ role }) => role)).toEqual([
    'handler',
    'supervisor',
    'surveyor',
  ]);
});
