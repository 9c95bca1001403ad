import type { Session } from '../../../../electron/core/session.ts';
import { addFacts } from '../../../../electron/core/facts/add-facts.ts';
import { freezeStatement } from '../../../../electron/core/statements/freeze-statement.ts';
import { previewStatement } from '../../../../electron/core/statements/preview-statement.ts';
import type { FactValue } from '../../../../shared/facts/model.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import type { Signature } from '../../../../shared/statements/model.ts';
import { addTestCase } from '../../../support/core.ts';

export const signature: Signature = {
  width: 400,
  height: 120,
  strokes: [
    [10, 60, 40, 20, 80, 90],
    [100, 40, 180, 80],
  ],
};

export const textValue = (text: string): FactValue => ({ kind: 'text', text });

export type Bedside = { session: Session; caseId: CaseId; partyId: string; say: (topic: string, value: FactValue) => string };

/** A case with one injured person who can be made to speak; `say` returns the id of the new fact. */
export const atBedside = (session: Session): Bedside => {
  const caseId = addTestCase(session);
  const partyId = session.ids.next();
  const added = session.commit({
    kind: 'add-party',
    caseId,
    ops: [{ op: 'insert', entity: 'injuredParty', id: partyId, fields: { name: '罗桂珍' } }],
  });
  if (!added.ok) throw new Error(added.error.code);
  const say: Bedside['say'] = (topic, value) => {
    const facts = [{ topic, value, source: 'injured' as const, sourceName: '罗桂珍' }];
    const done = addFacts(session, { caseId, partyId, saidAt: session.clock.now().at, facts });
    if (!done.ok) throw new Error(done.error.code);
    return session.read.get<{ id: string }>('SELECT id FROM facts ORDER BY rev DESC, rowid DESC LIMIT 1')?.id ?? '';
  };
  return { session, caseId, partyId, say };
};

export const previewOf = ({ session, caseId, partyId }: Bedside) => {
  const preview = previewStatement(session, { caseId, partyId });
  if (!preview.ok) throw new Error(preview.error.code);
  return preview.value;
};

type Signing = Partial<Omit<Parameters<typeof freezeStatement>[1], 'caseId' | 'partyId'>>;

/** Freezes what has been said, signed on the screen unless said otherwise. */
export const freeze = (bedside: Bedside, signing: Signing = {}) => {
  const { session, caseId, partyId } = bedside;
  const { textHash } = previewOf(bedside);
  const signed = { signing: 'screen' as const, signedBy: '罗桂珍', signature, attachmentId: null, refusal: null };
  return freezeStatement(session, { caseId, partyId, textHash, ...signed, ...signing });
};
