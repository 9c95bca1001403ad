import { allHandlers } from '../../electron/core/features.ts';
import type { Call } from '../../electron/core/handlers.ts';
import { makeOffer } from '../../electron/core/offers/make-offer.ts';
import type { Session } from '../../electron/core/session.ts';
import { calculatedGround } from '../../electron/core/workflows/offer-ground.ts';
import type { CaseId, PartyId } from '../../shared/kernel/ids.ts';
import { aCase, aParty, must, openFullCore, workAs } from './file.ts';
import { addDisclosure, insertRow } from './review.ts';
import type { TestCore } from './core.ts';

export type Settled = TestCore & { call: Call; caseId: CaseId; partyId: PartyId; items: string[]; offer: () => string };

const vehicle = {
  id: 'car',
  label: '晋A12345',
  fault: 'main',
  ratio: 0.7,
  compulsory: { insured: true },
  commercial: { limit: 1_000_000 },
};

/** What was claimed and allowed, with the deduction and whether it was announced. */
const heads = [
  { kind: 'medical', claimedFen: 4_800_000, allowedFen: 4_200_000, cut: '目录外用药，同类费用标准以内的部分照赔', told: true },
  { kind: 'nursing', claimedFen: 600_000, allowedFen: 216_000, cut: '护理天数超出医嘱', told: false, inputs: { dailyRate: 120, days: 18 } },
  { kind: 'lostIncome', claimedFen: 1_200_000, allowedFen: 900_000, cut: '按银行流水认定日收入', told: true },
  { kind: 'disabilityCompensation', claimedFen: 8_265_400, allowedFen: 8_265_400, inputs: { grades: [10] } },
  { kind: 'mentalDistress', claimedFen: 500_000, allowedFen: 300_000, cut: '十级伤残通常数额', told: true },
] as const;

const set = (session: Session, caseId: CaseId, entity: string, { id, fields }: { id: string; fields: object }): void => {
  must(session.commit({ kind: 'test', caseId, ops: [{ op: 'set', entity, id, seen: 1e9, fields: fields as never }] }));
};

/** An invented case reviewed to the end: basis, five decided items, deductions announced and not, an advance paid. */
export const settledCase = async (undo: (work: () => void) => void): Promise<Settled> => {
  const t = await openFullCore(undo);
  const { session } = t;
  const call = { session } as unknown as Call;
  const caseId = aCase(session, {
    reportNumber: 'R2026-0418',
    plate: '晋A12345',
    insuredName: '周建国',
    accidentPlace: '城北路口',
  }) as CaseId;
  set(session, caseId, 'case', {
    id: caseId,
    fields: { accidentAt: '2023-07-19T02:00:00.000Z', liabilityFinding: 'primary', liabilityShare: 70 },
  });
  const partyId = aParty(session, caseId, { name: '赵桂英', bornOn: '1973-05-01' }) as PartyId;
  workAs(session, 'supervisor', '吴明');
  const toldId = addDisclosure(session, { caseId, partyId, toldAt: '2026-02-20T02:00:00.000Z' });
  const basis = { vehicles: [vehicle], ownVehicle: 'car', statistics: { forumRegion: '山西', year: 2023 } };
  must(await allHandlers.settlement.saveBasis(call, { caseId, seen: 1e9, values: basis, draftKey: null } as never));
  const person = { gradedOn: '2024-01-10' };
  must(await allHandlers.settlement.savePartyBasis(call, { caseId, partyId, seen: 1e9, values: person, draftKey: null } as never));
  const items: string[] = [];
  for (const { kind, claimedFen, allowedFen, ...more } of heads) {
    const inputs = 'inputs' in more ? more.inputs : null;
    const values = { partyId, kind, claimedFen, allowedFen, inputs };
    items.push(must(await allHandlers.damages.addItem(call, { caseId, values } as never)).id);
  }
  heads.forEach((head, i) => {
    if (!('cut' in head)) return;
    const itemId = items[i];
    const told = head.told ? { disclosureId: toldId } : { notToldBefore: true };
    const fields = { itemId, amountFen: head.claimedFen - head.allowedFen, reason: head.cut, clause: '第二十七条', ...told };
    insertRow(session, { caseId, entity: 'deduction', fields });
  });
  for (const id of items) {
    must(
      session.commit({
        kind: 'test',
        caseId,
        ops: [{ op: 'transition', entity: 'damageItem', id, from: 'open', to: 'decided', facts: {} }],
      }),
    );
  }
  const offer = (): string =>
    must(makeOffer(session, { caseId, partyId, explanation: '逐项按票据、医嘱和统计标准核定。', lump: null }, calculatedGround(session)))
      .id;
  return { ...t, call, caseId, partyId, items, offer };
};
