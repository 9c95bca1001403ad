import type { Paper } from '../wording/model.ts';
import type { CaseFeatures } from '../wording/signals.ts';
import type { InjuryCourse } from '../wording/vocabulary.ts';
import type { PaperRequest, PaperRow, PaperState } from './model.ts';

type Standing = { readonly voidReason: string | null };
const stands = ({ voidReason }: Standing): boolean => voidReason === null;

/** Whether the paper is in and no refusal stands against it. An original that went back after the check counts as in. */
export const isIn = ({ state, checkedAt }: Pick<PaperRow, 'state' | 'checkedAt'>): boolean =>
  state === 'received' || state === 'checked' || (state === 'returned' && checkedAt !== null);

/** Whether we still wait for it: needed and not in. */
export const isMissing = (row: Pick<PaperRow, 'state' | 'checkedAt' | 'need'>): boolean => row.need === 'needed' && !isIn(row);

/** Whether somebody else's original is in our hands. */
export const isHeld = ({ state, original }: Pick<PaperRow, 'state' | 'original'>): boolean =>
  original === 1 && (state === 'received' || state === 'checked' || state === 'refused');

type OfCase = { readonly papers: readonly PaperRow[] };

/** Lines that concern a person: their own and those of the accident; all of them without a person. */
export const papersFor = ({ papers }: OfCase, partyId: string | null): PaperRow[] =>
  papers.filter((row) => stands(row) && (partyId === null || row.partyId === null || row.partyId === partyId));

/**
 * 资料齐全: when the last needed paper came in, or null while one is missing or nothing was listed. The clocks of review and
 * determination start here; a refusal makes the file incomplete again. Source: Insurance Law, art. 22 and 23.
 */
export const papersCompleteAt = (file: OfCase, partyId: string | null): string | null => {
  const needed = papersFor(file, partyId).filter(({ need }) => need === 'needed');
  if (needed.length === 0 || needed.some(isMissing)) return null;
  return (
    needed
      .flatMap(({ receivedAt }) => receivedAt ?? [])
      .toSorted()
      .at(-1) ?? null
  );
};

/** What step 4 says about papers. `since` is the oldest notice still waiting for something. */
export type PaperGate = {
  listed: boolean;
  missing: number;
  unchecked: number;
  held: number;
  since: string | null;
  completeAt: string | null;
};

export const paperGate = (file: OfCase, partyId: string | null): PaperGate => {
  const rows = papersFor(file, partyId);
  const missing = rows.filter(isMissing);
  const asked = missing.flatMap(({ askedAt }) => askedAt ?? []).toSorted();
  return {
    listed: rows.length > 0,
    missing: missing.length,
    unchecked: rows.filter(({ state }) => state === 'received').length,
    held: rows.filter(isHeld).length,
    since: asked[0] ?? null,
    completeAt: papersCompleteAt(file, partyId),
  };
};

/** How far the injury has gone, as the checklist asks; the graver answer wins. */
export const injuryCourse = ({ dead, disabled, hospitalised, operated }: CaseFeatures): InjuryCourse => {
  if (dead === true) return 'dead';
  if (disabled === true) return 'disabled';
  return hospitalised === true || operated === true ? 'inpatient' : 'outpatient';
};

const ofAccident = ['insured', 'driver', 'police'];

/** Papers that only the insured side or the police hand in are asked once per case, however many were injured. */
export const belongsToCase = ({ from }: Pick<Paper, 'from'>): boolean => from.every((who) => ofAccident.includes(who));

/** Moves that take something back, and the refusal: they need a reason. */
const backwards: Partial<Record<PaperState, readonly PaperState[]>> = {
  asked: ['wanted'],
  received: ['asked', 'wanted'],
  checked: ['received'],
  returned: ['checked'],
};

/** Whether a move has to be explained. */
export const moveNeedsReason = (from: PaperState, to: PaperState): boolean => to === 'refused' || (backwards[from] ?? []).includes(to);

/** Where a step that was taken by mistake leads back to; null where there is nothing to take back. */
export const takenBack = ({ state, askedTimes, checkedAt }: Pick<PaperRow, 'state' | 'askedTimes' | 'checkedAt'>): PaperState | null => {
  if (state === 'received') return (askedTimes ?? 0) > 0 ? 'asked' : 'wanted';
  if (state === 'asked') return 'wanted';
  if (state === 'checked') return 'received';
  return state === 'returned' && checkedAt !== null ? 'checked' : null;
};

/** The side of the file a paper belongs to; a first notice to one side never makes the first notice to another a later one. */
const sideOf = ({ partyId }: { partyId: string | null }): string => partyId ?? 'case';

type Asked = { readonly id: string; readonly partyId: string | null };
type Earlier = { readonly papers: readonly PaperRow[]; readonly requests: readonly PaperRequest[] };

/**
 * The papers of a new notice that come late 事后新增: a notice to the same side went out before, and they were not in any.
 * Asking again for what was refused or not brought is not new. Source: Insurance Law, art. 22 (all at once).
 */
export const latePapers = <P extends Asked>(chosen: readonly P[], { papers, requests }: Earlier): P[] => {
  const named = new Set(requests.filter(stands).flatMap(({ paperIds }) => paperIds ?? []) as string[]);
  const sides = new Set(papers.filter(({ id }) => named.has(id)).map(sideOf));
  return chosen.filter((row) => !named.has(row.id) && sides.has(sideOf(row)));
};

/** The number of a new notice: one more than those that named papers of the same sides. */
export const roundOf = (chosen: readonly Asked[], { papers, requests }: Earlier): number => {
  const sides = new Set(chosen.map(sideOf));
  const sideById = new Map(papers.map((row) => [row.id, sideOf(row)]));
  return requests.filter((one) => stands(one) && (one.paperIds ?? []).some((id) => sides.has(sideById.get(id) ?? ''))).length + 1;
};

/** 客户负担: what asking for papers has cost the customer so far. */
export type PaperEffort = { notices: number; asked: number; askedAgain: number; late: number };

export const paperEffort = (papers: readonly PaperRow[], requests: readonly PaperRequest[]): PaperEffort => {
  const sent = requests.filter(stands);
  const rows = papers.filter(stands);
  return {
    notices: sent.length,
    asked: rows.filter(({ askedTimes }) => (askedTimes ?? 0) > 0).length,
    askedAgain: rows.filter(({ askedTimes }) => (askedTimes ?? 0) > 1).length,
    late: sent.reduce((sum, { lateCount }) => sum + (lateCount ?? 0), 0),
  };
};
