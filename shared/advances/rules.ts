import type { Case } from '../cases/model.ts';
import { chinaDateOf } from '../kernel/dates.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import { conditionsOf, medicalLimitLeft, openConditions, type Condition } from './conditions.ts';
import { advance, type Advance } from './model.ts';

type Head = Pick<Case, 'accidentAt' | 'liabilityFinding'>;
type State = Advance['state'];

export const canMoveAdvance = (from: State, to: State): boolean => advance.states?.moves[from]?.includes(to) ?? false;

/** What was asked stays as it was asked while somebody decides on it; before that and after a *not yet* it can be changed. */
export const canEditAdvance = (state: State): boolean => state === 'draft' || state === 'not-yet';

const isOfCompulsory = ({ basis, itemGroup }: Advance): boolean =>
  (basis === 'police-notice' || basis === 'recourse') && (itemGroup ?? 'medical') === 'medical';

/** What approved and paid advances have taken out of the medical sub-limit, for everybody hurt in this accident. */
const usedOfMedical = (others: readonly Advance[]): number =>
  others
    .filter((row) => row.voidReason === null && isOfCompulsory(row) && (row.state === 'approved' || row.state === 'paid'))
    .reduce((total, row) => total + (row.decidedFen ?? 0), 0);

type InFile = { head: Head; row: Pick<Advance, 'id' | 'basis' | 'confirmed' | 'amountFen'>; all: readonly Advance[] };

/** The checklist of a request as its file stands now. */
export const conditionsIn = ({ head, row, all }: InFile): Condition[] => {
  const { liabilityFinding, accidentAt } = head;
  const usedFen = usedOfMedical(all.filter(({ id }) => id !== row.id));
  const accidentOn = accidentAt === null ? null : chinaDateOf(accidentAt);
  return conditionsOf({
    basis: row.basis,
    confirmed: row.confirmed ?? [],
    amountFen: row.amountFen,
    liabilityFinding,
    limitLeftFen: medicalLimitLeft({ accidentOn, liabilityFinding, usedFen }),
  });
};

type Request = Pick<Advance, 'state' | 'basis' | 'amountFen' | 'payTo' | 'openReason'>;

/** What a request needs before somebody can decide on it. An open condition needs a reason; an unclear liability holds it back. */
export const askProblem = (row: Request, conditions: readonly Condition[]): Problem | null => {
  if (!canMoveAdvance(row.state, 'asked')) return problem('wrong-state', 'advanceId', { from: row.state, to: 'asked' });
  if (row.basis === null) return problem('required', 'basis');
  if ((row.amountFen ?? 0) === 0) return problem('required', 'amountFen');
  if (row.payTo === null) return problem('required', 'payTo');
  if (conditions.some(({ status }) => status === 'held')) return problem('advance.held', 'basis');
  const open = openConditions(conditions).length;
  return open > 0 && (row.openReason ?? '').trim() === '' ? problem('reason-needed', 'openReason', { open }) : null;
};

export type AdvanceDecision = { to: 'approved' | 'not-yet'; decidedFen: number | null; way: string | null; toAdd: string };

/** Approved says how much and how; *not yet* says what to add. */
export const decideAdvanceProblem = (row: Pick<Advance, 'state' | 'amountFen'>, decision: AdvanceDecision): Problem | null => {
  const { to, decidedFen, way, toAdd } = decision;
  if (!canMoveAdvance(row.state, to)) return problem('wrong-state', 'advanceId', { from: row.state, to });
  if (to === 'not-yet') return toAdd.trim() === '' ? problem('reason-needed', 'toAdd') : null;
  if (decidedFen === null || decidedFen === 0) return problem('required', 'decidedFen');
  if (decidedFen > (row.amountFen ?? 0)) return problem('invalid', 'decidedFen', { askedFen: row.amountFen, decidedFen });
  return way === null ? problem('required', 'way') : null;
};

/** 先予支付: sums paid ahead of the rest because they could be determined. Source: Insurance Law art. 25. */
export const undisputedPaid = (rows: readonly Advance[], partyId: string): { amountFen: number; paidOn: string }[] =>
  rows.flatMap((row) =>
    row.partyId === partyId && row.basis === 'undisputed' && row.state === 'paid' && row.voidReason === null && row.paidOn !== null
      ? [{ amountFen: row.decidedFen ?? 0, paidOn: row.paidOn }]
      : [],
  );

type Paid = Pick<Advance, 'partyId' | 'state' | 'decidedFen' | 'inClaim' | 'voidReason'>;

/** What was paid before and is taken off a person's offer. Bills that leave the sum out are not cut a second time. */
export const deductedAdvances = (rows: readonly Paid[], partyId: string): number =>
  rows
    .filter((row) => row.partyId === partyId && row.state === 'paid' && row.inClaim !== false && row.voidReason === null)
    .reduce((total, row) => total + (row.decidedFen ?? 0), 0);
