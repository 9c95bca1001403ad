import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { standardsPackSchema, type StandardsPack } from '../../shared/damages/engine/standards-pack.ts';
import type { SettlementRows, ItemRow, PartyRow } from '../../shared/settlement/file/rows.ts';
import { calculationBasis, partyBasis, type CalculationBasis, type PartyBasis } from '../../shared/settlement/model.ts';
import { bill, type Bill } from '../../shared/settlement/bill-model.ts';
import type { Entity } from '../../shared/sync/entity.ts';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../resources/standards');
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

/** The shipped standards pack. */
export const testPack = (): StandardsPack => {
  const { parts: _parts, ...head } = json('pack.json') as Record<string, unknown>;
  return standardsPackSchema.parse({
    ...head,
    figures: json('statistics.json'),
    periods: json('periods.json'),
    practice: json('practice.json'),
  });
};

let counter = 0;
const nextId = (): string => {
  counter += 1;
  return `00000000-0000-7000-8000-${String(counter).padStart(12, '0')}`;
};

const stored = (entity: Entity, values: object): unknown => ({
  id: nextId(),
  caseId: 'case',
  at: `2026-01-01T00:00:00.${String(counter % 1_000).padStart(3, '0')}Z`,
  byPersonId: null,
  rev: 1,
  voidReason: null,
  ...Object.fromEntries(Object.keys(entity.fields).map((name) => [name, null])),
  ...values,
});

export const basisRow = (values: Partial<CalculationBasis>): CalculationBasis => stored(calculationBasis, values) as CalculationBasis;
export const partyBasisRow = (partyId: string, values: Partial<PartyBasis>): PartyBasis =>
  stored(partyBasis, { partyId, ...values }) as PartyBasis;
export const billRow = (partyId: string, values: Partial<Bill>): Bill => stored(bill, { partyId, kind: 'medical', ...values }) as Bill;

export const partyRow = (values: Partial<PartyRow> = {}): PartyRow => {
  const id = nextId();
  return { id, name: '伤者', bornOn: null, admittedOn: null, voidReason: null, at: '2026-01-01T00:00:00.000Z', ...values };
};

export const itemRow = (partyId: string, kind: ItemRow['kind'], values: Partial<ItemRow> = {}): ItemRow => ({
  id: nextId(),
  partyId: partyId as ItemRow['partyId'],
  kind,
  label: null,
  claimedFen: null,
  allowedFen: null,
  inputs: null,
  evidence: null,
  voidReason: null,
  at: '2026-01-01T00:00:00.000Z',
  ...values,
});

/** A case like court case D05: one pedestrian, one car with main fault. */
export const walkerCase = (): SettlementRows & { party: PartyRow } => {
  const party = partyRow({ name: '行人', bornOn: '1973-05-01' });
  const on = (kind: ItemRow['kind'], inputs: NonNullable<ItemRow['inputs']>, values: Partial<ItemRow> = {}): ItemRow =>
    itemRow(party.id, kind, { inputs, ...values });
  return {
    party,
    case: { id: 'case' as SettlementRows['case']['id'], reportNumber: 'R1', accidentAt: '2023-07-19T02:00:00.000Z', accidentPlace: null },
    parties: [party],
    items: [
      on('medical', { bills: [{ amount: '32339.14' }] }, { claimedFen: 3_300_000 }),
      on('hospitalMeals', { dailyRate: 100, days: 54 }),
      on('nutrition', { dailyRate: 50, days: 60 }),
      on('lostIncome', { dailyRate: 80, days: 170 }),
      on('nursing', { lines: [{ lineAmount: 10_000 }, { dailyRate: 120, days: 18 }] }),
      on('disabilityCompensation', { grades: [10, 10], method: 'SHANXI-2020' }),
      itemRow(party.id, 'mentalDistress', { allowedFen: 500_000 }),
    ],
    advances: [],
    bases: [
      basisRow({
        vehicles: [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: { insured: true }, commercial: { limit: 1_000_000 } }],
        ownVehicle: 'car',
        statistics: { forumRegion: '山西', year: 2023 },
      }),
    ],
    partyBases: [partyBasisRow(party.id, { gradedOn: '2024-01-10' })],
    bills: [],
  };
};
