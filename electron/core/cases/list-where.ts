import type { CaseFilter } from '../../../shared/cases/contract.ts';
import { addMinutes } from '../../../shared/kernel/dates.ts';
import { matchQuery } from '../../../shared/search/rules.ts';
import type { StepState } from '../../../shared/steps/model.ts';
import type { SqlValue } from '../../db/handles.ts';
import { dotLetters } from './summary-projection.ts';

/** A WHERE clause over `case_summaries s`. `counted`: only what the table of counts knows, so the total costs a few rows. */
export type ListWhere = { sql: string; params: SqlValue[]; counted: boolean };

type Around = { scope: { sql: string; params: string[] }; now: string; silentDays: number };

/** Turns the filter row into SQL; null when the text holds nothing that can be searched. */
export const listWhere = (filter: CaseFilter, { scope, now, silentDays }: Around): ListWhere | null => {
  const query = filter.text.trim() === '' ? undefined : matchQuery(filter.text);
  if (query === null) return null;
  const parts = [
    { sql: scope.sql, params: scope.params as SqlValue[], counted: true },
    is('s.state', filter.state, true),
    is('s.owner_name', filter.ownerName, true),
    is('s.severity', filter.severity, false),
    is('s.hospital', filter.hospital, false),
    stepPart(filter.step),
    attentionPart(filter.attention, { now, silentDays }),
    query === undefined ? null : { sql: textSql, params: [query, query], counted: false },
  ].filter((part) => part !== null);
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    params: parts.flatMap(({ params }) => params),
    counted: parts.every(({ counted }) => counted),
  };
};

type Part = { sql: string; params: SqlValue[]; counted: boolean } | null;

/** `column` is one of the literals above. */
const is = (column: string, value: string | null, counted: boolean): Part =>
  value === null ? null : { sql: `${column} = ?`, params: [value], counted };

const stepPart = (step: { step: number; state: StepState } | null): Part =>
  step === null ? null : { sql: 'substr(s.dots, ?, 1) = ?', params: [step.step, dotLetters[step.state]], counted: false };

const attentionPart = (attention: CaseFilter['attention'], { now, silentDays }: { now: string; silentDays: number }): Part => {
  if (attention === null) return null;
  if (attention === 'escalated') return { sql: 's.waiting_escalations > 0', params: [], counted: false };
  if (attention === 'overdue') return { sql: 's.due_sort < ?', params: [now], counted: false };
  const since = addMinutes(now, -silentDays * 1440);
  return { sql: silentSql, params: [since, since], counted: false };
};

/** Open and without a contact since an instant; a case nobody reached yet counts from its report. */
export const silentSql = "s.state = 'open' AND s.contact_sort < ? AND (s.contact_sort <> '' OR s.reported_sort < ?)";

const textSql = `s.case_id IN (
  SELECT r.case_id FROM search_names f CROSS JOIN search_rows r ON r.docid = f.rowid WHERE f.terms MATCH ?
  UNION SELECT r.case_id FROM search_texts f CROSS JOIN search_rows r ON r.docid = f.rowid WHERE f.terms MATCH ?)`;
