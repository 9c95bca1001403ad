import type { NewFact } from '../../shared/contacts/contract.ts';
import { tidyFactValue } from '../../shared/facts/rules.ts';
import { fact } from '../../shared/facts/model.ts';
import type { ContactLogId, PartyId } from '../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { DraftOperation, Session } from './session.ts';
import { tidyNew } from './tidy-values.ts';

type Said = { partyId: string | null; saidAt: string; logId: string | null };

/** Inserts for facts said on one occasion; a problem names the fact by its place in the list. */
export const factOperations = (session: Session, facts: readonly NewFact[], said: Said): Result<DraftOperation[], Problem> => {
  const ops: DraftOperation[] = [];
  for (const [i, { topic, value, source, sourceName }] of facts.entries()) {
    const tidied = tidyFactValue(value);
    if (tidied === null) return err(problem('required', `facts.${i}.value`));
    const row = { topic, value: tidied, source, sourceName, saidAt: said.saidAt };
    const refs = { partyId: said.partyId as PartyId | null, logId: said.logId as ContactLogId | null };
    const fields = tidyNew(fact, { ...row, ...refs }, `facts.${i}`);
    if (!fields.ok) return fields;
    ops.push({ op: 'insert', entity: 'fact', id: session.ids.next(), fields: fields.value });
  }
  return ok(ops);
};
