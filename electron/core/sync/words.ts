import type { Operation } from '../../../shared/sync/change.ts';
import { gravest, type SyncWord } from '../../../shared/sync/sync-word.ts';
import type { Session } from '../session.ts';
import { isAlone, undeliveredChanges, wordOfChange } from './change-rows.ts';
import { operationsOf } from './conflicts.ts';

type CaseWords = { caseId: string; word: SyncWord; rows: Record<string, SyncWord> };

/** The sync word of cases and of their rows; what is not named is delivered. Alone, everything is only here and nothing is named. */
export const syncWordsOf = (session: Session, caseId: string | null): CaseWords[] => {
  const alone = isAlone(session.read);
  if (alone) return [];
  const byCase = new Map<string, CaseWords>();
  for (const change of undeliveredChanges(session.read, caseId)) {
    const word = wordOfChange(change, alone);
    const known = byCase.get(change.caseId) ?? { caseId: change.caseId, word: 'delivered', rows: {} };
    known.word = gravest([known.word, word]);
    for (const op of operationsOf(session.read, change)) note(known, op, word);
    byCase.set(change.caseId, known);
  }
  return [...byCase.values()];
};

const note = ({ rows }: CaseWords, op: Operation, word: SyncWord): void => {
  const id = op.op === 'insert' && op.entity === 'voiding' ? String(op.fields['targetId']) : op.id;
  rows[id] = gravest([rows[id] ?? 'delivered', word]);
};
