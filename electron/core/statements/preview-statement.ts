import type { PartyId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { fact } from '../../../shared/facts/model.ts';
import { caseEntity } from '../../../shared/cases/model.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import type { StatedFacts } from '../../../shared/statements/model.ts';
import { statedFacts, unsaidTopics } from '../../../shared/statements/rules.ts';
import { statedText } from '../../../shared/statements/stated-text.ts';
import { findRow, selectRows } from '../../db/rows.ts';
import { visible } from '../people/allowed.ts';
import { sha256 } from '../statement-operations.ts';
import { wordingHere } from '../wording-here.ts';
import type { Session } from '../session.ts';

export type Preview = { text: string; textHash: string; saidTopics: string[]; unsaidTopics: string[] };
export type Composed = Preview & { partyId: PartyId; facts: StatedFacts };

type Input = { caseId: string; partyId: string };

/** The text of the first statement as it would be frozen now, from the facts in the file: no field is typed twice. */
export const composeStatement = (session: Session, { caseId, partyId }: Input): Result<Composed, Problem> => {
  const { read } = session;
  const theCase = findRow(read, caseEntity, caseId);
  const party = findRow(read, injuredParty, partyId);
  if (!theCase || !party || party.caseId !== caseId || party.voidReason !== null) return err(problem('not-found', 'partyId'));
  const factTopics = wordingHere(read).bundle.facts;
  const facts = statedFacts(selectRows(read, fact, 'case_id = ? AND void_reason IS NULL', [caseId]), factTopics, partyId);
  const text = statedText({ reportNumber: theCase.reportNumber, partyName: party.name, facts, topics: factTopics });
  return ok({
    partyId: partyId as PartyId,
    text,
    textHash: sha256(text),
    facts: facts.map(({ topic, id }) => ({ topic, factId: id })),
    saidTopics: [...new Set(facts.map(({ topic }) => topic))],
    unsaidTopics: unsaidTopics(facts, factTopics).map(({ id }) => id),
  });
};

export const previewStatement = (session: Session, input: Input): Result<Preview, Problem> => {
  const seen = visible(session, input.caseId);
  if (!seen.ok) return seen;
  const composed = composeStatement(session, input);
  if (!composed.ok) return composed;
  const { text, textHash, saidTopics, unsaidTopics: unsaid } = composed.value;
  return ok({ text, textHash, saidTopics, unsaidTopics: unsaid });
};
