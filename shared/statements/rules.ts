import { compareText } from '../kernel/compare-text.ts';
import type { Fact } from '../facts/model.ts';
import type { FactTopic } from '../wording/model.ts';
import type { Statement } from './model.ts';

/** Hashes a text to lower-case hex SHA-256; a parameter, because every process has its own way. */
export type Sha256 = (text: string) => string;

/** Sources whose word counts as the injured party's own first statement. */
const ownWords: readonly string[] = ['injured', 'family'];

/** What the person and the family said to the topics of the first statement, in the order of the topics, oldest word first. */
export const statedFacts = (facts: readonly Fact[], topics: readonly FactTopic[], partyId: string): Fact[] =>
  topics
    .filter(({ firstStatement, subject }) => firstStatement && subject === 'person')
    .flatMap(({ id }) =>
      facts
        .filter((fact) => fact.partyId === partyId && fact.topic === id && ownWords.includes(fact.source))
        .filter((fact) => fact.voidReason === null && fact.value !== null)
        .toSorted((a, b) => compareText(a.saidAt, b.saidAt) || compareText(a.at, b.at) || compareText(a.id, b.id)),
    );

/** The topics of the first statement that nobody has spoken to. */
export const unsaidTopics = (said: readonly Pick<Fact, 'topic'>[], topics: readonly FactTopic[]): FactTopic[] =>
  topics.filter(({ id, firstStatement, subject }) => firstStatement && subject === 'person' && !said.some(({ topic }) => topic === id));

export type Sealed = Pick<Statement, 'partyId' | 'facts' | 'textHash' | 'signing' | 'signedBy' | 'signature' | 'attachmentId' | 'refusal'>;

/** What the seal is the hash of: strokes copied under another text give another seal. */
export const sealText = ({ partyId, facts, textHash, signing, signedBy, signature, attachmentId, refusal }: Sealed): string => {
  const strokes = signature === null ? null : [signature.width, signature.height, signature.strokes];
  return JSON.stringify([
    textHash,
    partyId,
    (facts ?? []).map((one) => [one.topic, one.factId]),
    signing,
    signedBy,
    strokes,
    attachmentId,
    refusal,
  ]);
};

/** Why a statement does not hold together; `null` when it does. */
export const unsoundPart = (row: Sealed & Pick<Statement, 'text' | 'seal'>, sha256: Sha256): 'text' | 'seal' | 'signing' | null => {
  if (sha256(row.text) !== row.textHash) return 'text';
  if (sha256(sealText(row)) !== row.seal) return 'seal';
  return isSigned(row) ? null : 'signing';
};

/** A signature on the screen, a photographed paper, or a reason: exactly what the way of signing asks for. */
export const isSigned = ({
  signing,
  signature,
  attachmentId,
  refusal,
}: Pick<Sealed, 'signing' | 'signature' | 'attachmentId' | 'refusal'>): boolean => {
  if (signing === 'screen') return signature !== null;
  return signing === 'paper' ? attachmentId !== null : refusal !== null && refusal !== '';
};
