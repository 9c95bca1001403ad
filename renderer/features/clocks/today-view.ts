import type { ClockView, clockBases } from '../../../shared/clocks/view.ts';
import type { CasePlace } from '../../app/go.ts';
import type { ContactStart } from '../../app/contact-editor.ts';
import { stepOfClock } from '../../app/due.ts';

export type Basis = (typeof clockBases)[number];
export type BasisFilter = Basis | 'all';

/** What starting the work behind a clock opens. */
export type Beginning =
  | { kind: 'contact'; start: ContactStart }
  | { kind: 'escalation'; escalationId: string | null }
  | { kind: 'case'; caseId: string; place: CasePlace };

/** Calls and visits begin in the log editor, decisions in the queue, telling a decision on step 6. */
export const beginningOf = (clock: Pick<ClockView, 'kind' | 'caseId' | 'partyId' | 'refId'>): Beginning => {
  const { caseId, partyId, kind } = clock;
  const step = stepOfClock[kind];
  if (kind === 'escalation-decision' || kind === 'advance-decision') return { kind: 'escalation', escalationId: clock.refId };
  if (kind === 'decision-to-tell') return { kind: 'case', caseId, place: { partyId, step } };
  return { kind: 'contact', start: { caseId, partyId, step } };
};

/** Which page a kept draft belongs to; the key's first part names the form. */
export const draftForm = (key: string): string => key.split(':')[0] ?? key;
