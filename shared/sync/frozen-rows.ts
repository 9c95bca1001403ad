import { fact } from '../facts/model.ts';
import { statement } from '../statements/model.ts';
import type { Statement } from '../statements/model.ts';
import { unsoundPart } from '../statements/rules.ts';
import { draftRow, draftRowsOf, fieldValue, type CaseRow, type Draft } from './case-view.ts';
import type { Sha256 } from './sha256.ts';
import { refuse } from './stop.ts';

/** A frozen first statement and the facts it names never change, whoever asks. Source: lessons D-2. */
export const refuseFrozen = (draft: Draft, { entity, id, fields }: CaseRow): void => {
  const frozen = entity === statement.name ? fields['state'] === 'frozen' : entity === fact.name && isNamed(draft, id);
  if (frozen) refuse('statement-frozen', { entity, id });
};

const isNamed = (draft: Draft, factId: string): boolean =>
  draftRowsOf(draft, statement.name).some(
    (row) => fieldValue(row, 'state') === 'frozen' && namedFacts(row).some((one) => one.factId === factId),
  );

const namedFacts = (row: CaseRow): { topic: string; factId: string }[] =>
  (fieldValue(row, 'facts') ?? []) as { topic: string; factId: string }[];

/** Frozen once per person, whole, sealed, and about facts that are there. */
export const checkFreezing = (draft: Draft, row: CaseRow, sha256: Sha256): void => {
  const at = { entity: row.entity, id: row.id };
  const unsound = (part: string): never => refuse('statement-unsound', { ...at, part });
  if (row.voidReason !== null) unsound('void');
  const partyId = fieldValue(row, 'partyId');
  const others = draftRowsOf(draft, statement.name).filter(({ id }) => id !== row.id);
  if (others.some((one) => fieldValue(one, 'partyId') === partyId && fieldValue(one, 'state') === 'frozen')) refuse('statement-twice', at);
  const part = unsoundPart(asStatement(row), sha256);
  if (part !== null) unsound(part);
  if (partyId === null || !draftRow(draft, 'injuredParty', String(partyId))) unsound('party');
  const named = namedFacts(row);
  const fits = ({ topic, factId }: { topic: string; factId: string }): boolean => {
    const said = draftRow(draft, fact.name, factId);
    if (!said || said.voidReason !== null) return false;
    return fieldValue(said, 'partyId') === partyId && fieldValue(said, 'topic') === topic;
  };
  if (named.length === 0 || !named.every(fits)) unsound('facts');
};

const asStatement = (row: CaseRow): Statement =>
  Object.fromEntries(Object.keys(statement.fields).map((name) => [name, fieldValue(row, name)])) as unknown as Statement;
