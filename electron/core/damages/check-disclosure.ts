import { announces } from '../../../shared/damages/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import type { Reads } from '../../db/handles.ts';
import { disclosureOf } from './deduction-rows.ts';

type Claim = { caseId: CaseId; partyId: string | null; enteredAt: string };
type Link = { disclosureId?: string | null | undefined; notToldBefore?: boolean | null | undefined };

/**
 * Whether a deduction may point at this disclosure. One told only after the deduction was entered did not announce it,
 * whatever the file looks like today.
 */
export const disclosureProblem = (db: Reads, link: Link, claim: Claim): Problem | null => {
  if (link.disclosureId == null) return null;
  if (link.notToldBefore === true) return problem('invalid', 'values.notToldBefore');
  const disclosure = disclosureOf(db, link.disclosureId);
  if (!disclosure || disclosure.caseId !== claim.caseId || disclosure.voidReason !== null) {
    return problem('not-found', 'values.disclosureId');
  }
  if (announces(disclosure, claim)) return null;
  return problem('damage.told-before-open', 'values.disclosureId', { toldAt: disclosure.toldAt, enteredAt: claim.enteredAt });
};

/** Naming a disclosure takes back "not told before", and the other way round: the two never stand together. */
export const settleLink = <L extends Link>(values: L): L & Link => {
  if (values.disclosureId && values.notToldBefore === undefined) return { ...values, notToldBefore: false };
  if (values.notToldBefore === true && values.disclosureId === undefined) return { ...values, disclosureId: null };
  return values;
};
