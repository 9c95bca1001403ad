import type { AdvanceLine } from '../../../shared/advances/contract.ts';
import type { Escalation, EscalationRemark } from '../../../shared/escalations/model.ts';

export type QueueLine = {
  escalation: Escalation;
  reportNumber: string;
  partyName: string | null;
  askedByName: string | null;
  own: boolean;
  remarks: EscalationRemark[];
};
export type Order = 'age' | 'amount';

/** One line of the queue, whatever is asked for. */
export type Request = {
  id: string;
  caseId: string;
  state: string;
  ask: string;
  amountFen: number | null;
  since: string;
  /** Somebody has to decide it now. */
  waits: boolean;
  own: boolean;
  remarks: number;
  reportNumber: string;
  partyName: string | null;
  askedByName: string | null;
} & ({ what: 'escalation'; kind: Escalation['kind']; line: QueueLine } | { what: 'advance'; line: AdvanceLine });

const ofEscalation = (line: QueueLine): Request => {
  const { escalation: row, remarks, ...about } = line;
  const { id, state, ask, amountFen, kind } = row;
  const since = row.submittedAt ?? row.at;
  return {
    ...about,
    what: 'escalation',
    id,
    state,
    ask,
    amountFen,
    kind,
    since,
    line,
    caseId: row.caseId ?? '',
    waits: state === 'submitted',
    remarks: remarks.length,
  };
};

const ofAdvance = (line: AdvanceLine): Request => {
  const { advance: row, ...about } = line;
  const { id, state, amountFen } = row;
  return {
    ...about,
    what: 'advance',
    id,
    state,
    amountFen,
    line,
    ask: (state === 'not-yet' ? row.toAdd : row.need) ?? '',
    since: row.askedAt ?? row.at,
    caseId: row.caseId ?? '',
    waits: state === 'asked',
    remarks: 0,
  };
};

/** Everything that waits for a superior in one list: the longest wait first, or the largest amount. */
export const requestsOf = (escalations: readonly QueueLine[], advances: readonly AdvanceLine[], order: Order): Request[] => {
  const byAge = [...escalations.map(ofEscalation), ...advances.map(ofAdvance)].toSorted((a, b) => a.since.localeCompare(b.since));
  return order === 'age' ? byAge : byAge.toSorted((a, b) => (b.amountFen ?? -1) - (a.amountFen ?? -1));
};
