import { isAgreed } from '../offers/rules.ts';
import type { CaseSnapshot, PartySnapshot } from './snapshot.ts';
import type { GateCode, Unmet } from './view.ts';

/** One condition of a gate: `facts` say how far off it is. */
type Condition = { code: GateCode; met: boolean; facts?: Record<string, string | number> };

export type GateLimits = {
  /** Days without a reached contact after which a party in treatment counts as silent. */
  silentDays: number;
  now: string;
};

/** Outcome of a gate: share of its conditions that hold, and those that do not. */
export type Gate = { percent: number; unmet: Unmet[] };

const gateOf = (conditions: readonly Condition[]): Gate => ({
  percent: Math.floor((100 * conditions.filter(({ met }) => met).length) / conditions.length),
  unmet: conditions.filter(({ met }) => !met).map(({ code, facts }) => ({ code, facts: facts ?? {} })),
});

/** Step 1: contact made and logged, costs disclosed, papers listed, next date promised. An unanswered call is none of these. */
export const callbackGate = (file: CaseSnapshot): Gate =>
  gateOf([
    { code: 'callback.no-contact', met: file.firstReachedAt !== null },
    { code: 'callback.costs-not-told', met: file.costsTold },
    { code: 'callback.papers-not-listed', met: file.papersListed },
    { code: 'callback.no-next-date', met: file.nextDatePromised },
  ]);

/** Step 2: first statement frozen, identity and injuries photographed or the reason why not, privacy notice given. */
export const visitGate = (party: PartySnapshot): Gate =>
  gateOf([
    { code: 'visit.no-statement', met: party.statementFrozen, facts: { said: party.statementTopics } },
    {
      code: 'visit.no-photo',
      met: party.noPhotoReason || (party.identityPhotos > 0 && party.injuryPhotos > 0),
      facts: { identity: party.identityPhotos, injury: party.injuryPhotos },
    },
    { code: 'visit.no-privacy-notice', met: party.privacyNoticeGiven },
  ]);

/** Step 3: a diagnosis with ICD-10 code or "not yet written", an estimate, every open doubt with an owner. */
export const doctorGate = (party: PartySnapshot): Gate =>
  gateOf([
    { code: 'doctor.no-diagnosis', met: party.diagnosesCoded > 0 },
    { code: 'doctor.no-estimate', met: party.estimates > 0 },
    {
      code: 'doctor.open-doubt-without-owner',
      met: party.doubtsWithoutOwner === 0,
      facts: { count: party.doubtsWithoutOwner },
    },
  ]);

/** Step 4: treatment ended or a lump sum agreed, no silence over the limit, no promise left open. */
export const followGate = (party: PartySnapshot, limits: GateLimits): Gate => {
  const over = party.treatmentEnded || isAgreed(party.offer);
  const days = silentDaysOf(party, limits.now);
  return gateOf([
    { code: 'follow.treatment-open', met: over },
    { code: 'follow.silent', met: over || (days !== null && days <= limits.silentDays), facts: days === null ? {} : { days } },
    { code: 'follow.promise-open', met: party.openPromises === 0, facts: { count: party.openPromises } },
  ]);
};

const silentDaysOf = (party: PartySnapshot, now: string): number | null =>
  party.lastReachedAt === null ? null : Math.max(0, Math.floor((Date.parse(now) - Date.parse(party.lastReachedAt)) / 86_400_000));

/** Step 5: all items decided, every deduction tied to a disclosure or openly marked, an offer put and answered. */
export const reviewGate = (party: PartySnapshot): Gate =>
  gateOf([
    { code: 'review.no-items', met: party.items > 0 },
    { code: 'review.item-open', met: party.items > 0 && party.itemsOpen === 0, facts: { count: party.itemsOpen } },
    {
      code: 'review.deduction-not-tied',
      met: party.items > 0 && party.deductionsNotTied === 0,
      facts: { count: party.deductionsNotTied },
    },
    { code: 'review.offer-open', met: party.offer !== null && answered.includes(party.offer) },
  ]);

const answered: readonly string[] = ['countered', 'accepted', 'refused', 'paid', 'closed'];

const escalationPercent: Record<'none' | 'draft' | 'waiting' | 'not-told', number> = { none: 0, draft: 25, waiting: 50, 'not-told': 75 };

/** Step 6: every request decided, and every decision told to the field and to the party; the least advanced request decides. */
export const escalationGate = ({ escalations }: CaseSnapshot): Gate => {
  const count = (...states: string[]): number => escalations.filter(({ state }) => states.includes(state)).length;
  const drafts = count('draft', 'returned');
  const waiting = count('submitted');
  const untold = count('approved', 'approved-less', 'refused');
  const unmet: Unmet[] = [];
  if (escalations.length === 0) unmet.push({ code: 'escalate.none', facts: {} });
  if (drafts > 0) unmet.push({ code: 'escalate.draft', facts: { count: drafts } });
  if (waiting > 0) unmet.push({ code: 'escalate.waiting', facts: { count: waiting } });
  if (untold > 0) unmet.push({ code: 'escalate.not-told', facts: { count: untold } });
  const least = unmet[0]?.code.slice('escalate.'.length) as keyof typeof escalationPercent | undefined;
  return { percent: least === undefined ? 100 : escalationPercent[least], unmet };
};

/** Steps 2 to 5 of a case in which no injured party has been entered. */
export const noPartyGate: Gate = { percent: 0, unmet: [{ code: 'visit.no-party', facts: {} }] };
