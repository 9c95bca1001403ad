import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { settleCase } from '../../../shared/settlement/settle.ts';
import type { Settlement } from '../../../shared/settlement/result.ts';
import { loadPack } from '../../../scripts/settle-pack.ts';

const root = path.join(import.meta.dirname, '../../..');

export const pack = loadPack(path.join(root, 'resources/standards'));

export const readCase = (name: string): CaseInput =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'cases', `${name}.json`), 'utf8')) as CaseInput;

/** Settles a case that must compute; a problem fails the test with its path. */
export const settled = (value: unknown): Settlement => {
  const result = settleCase(value, pack);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The problems of a case that must not compute, as `code path`. */
export const problems = (value: unknown): string[] => {
  const result = settleCase(value, pack);
  return result.ok ? [] : result.error.map((error) => `${error.code} ${error.path}`);
};

/** A pedestrian hit by one car; tests change what they are about. */
export const plainCase = (changes: Partial<CaseInput> = {}): CaseInput => ({
  accident: { on: '2024-03-01' },
  statistics: { forumRegion: '山西', year: 2023 },
  vehicles: [{ id: 'A', fault: 'main', ratio: 0.7, compulsory: { insured: true }, commercial: { limit: 1_000_000 } }],
  victims: [{ id: 'v1', items: { medical: 30_000, lostIncome: 20_000 } }],
  ...changes,
});

/** A victim with given sums by group. */
export const victimWith = (
  id: string,
  sums: { medical?: number; deathDisability?: number; property?: number; outside?: number },
): CaseInput['victims'][number] => ({
  id,
  items: {
    other: Object.entries(sums).map(([group, amount]) => ({ label: group, group: group as 'medical', amount })),
  },
});
