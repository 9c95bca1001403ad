import { fact, type Fact } from '../../../shared/facts/model.ts';
import { statedFacts } from '../../../shared/statements/rules.ts';
import { statedText } from '../../../shared/statements/stated-text.ts';
import type { Signature, Signing } from '../../../shared/statements/model.ts';
import type { ChangeDraft, DraftOperation } from '../session.ts';
import { shippedWording } from '../../shipped/shipped-wording.ts';
import { statementOperations } from '../statement-operations.ts';

/** In the demo file: freeze what the person has said so far. Text and hash hold times of the day of loading, so they are made then. */
type DemoFreeze = { op: 'freeze'; id: string; partyId: string; partyName: string; signing: Signing; refusal: string | null };

export type DemoOperation = DraftOperation | DemoFreeze;

/** An invented signature: a wavy line. */
const wave: Signature = {
  width: 480,
  height: 140,
  strokes: [
    [60, 80, 74, 52, 92, 44, 104, 70, 96, 98, 78, 104],
    [130, 46, 128, 70, 124, 104],
    [112, 66, 150, 60, 168, 58, 158, 88, 180, 96, 204, 70, 226, 92, 262, 62],
  ],
};

/** Replaces the freezing of a change by its two operations; `earlier` holds the operations of this case before it. */
export const withStatements = (change: { ops: DemoOperation[]; at: string }, earlier: readonly DraftOperation[]): ChangeDraft['ops'] =>
  change.ops.flatMap((one) => (one.op === 'freeze' ? frozen(one, { at: change.at, earlier }) : [one]));

const frozen = ({ id, partyId, partyName, signing, refusal }: DemoFreeze, when: { at: string; earlier: readonly DraftOperation[] }) => {
  const said = statedFacts(factsIn(when.earlier, when.at), shippedWording.facts, partyId);
  const text = statedText({ reportNumber: reportNumberIn(when.earlier), partyName, facts: said, topics: shippedWording.facts });
  return statementOperations(id, {
    partyId: partyId as Fact['partyId'],
    facts: said.map((one) => ({ topic: one.topic, factId: one.id })),
    text,
    signing,
    signedBy: signing === 'refused' ? null : (said[0]?.sourceName ?? partyName),
    signature: signing === 'screen' ? wave : null,
    attachmentId: null,
    refusal,
    frozenAt: when.at,
  });
};

const factsIn = (ops: readonly DraftOperation[], at: string): Fact[] =>
  ops.flatMap((one) =>
    one.op === 'insert' && one.entity === fact.name
      ? [{ partyId: null, ...one.fields, id: one.id, at, voidReason: null } as unknown as Fact]
      : [],
  );

const reportNumberIn = (ops: readonly DraftOperation[]): string => {
  const made = ops.find((one) => one.op === 'insert' && one.entity === 'case');
  return made?.op === 'insert' ? String(made.fields['reportNumber']) : '';
};
