import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../scripts/settle-pack.ts';
import type { StandardsPack } from '../../shared/damages/engine/standards-pack.ts';
import type { CaseInput } from '../../shared/settlement/input/case-input.ts';
import { parseCase } from '../../shared/settlement/input/parse-case.ts';
import { settleCase, settleInput } from '../../shared/settlement/settle.ts';
import { against, alone, median, timed, type Figure } from './figure.ts';
import { bareReceives, type BareCase } from './settle-bare.ts';

const root = join(import.meta.dirname, '../..');
const caseCount = 1_000;
const runs = 25;

/** The income and consumption of the year were raised, as a new pack does. */
const raised = (pack: StandardsPack, factor: number): StandardsPack => ({
  ...pack,
  figures: pack.figures.map((figure) =>
    figure.region === '山西' && figure.year === 2023 && figure.kind.startsWith('urban')
      ? { ...figure, value: String(Math.round(Number(figure.value) * factor)) }
      : figure,
  ),
});

const figureOf = (pack: StandardsPack, kind: string): string =>
  pack.figures.find((figure) => figure.region === '山西' && figure.year === 2023 && figure.kind === kind)?.value ?? '';

/** Every case is of the size of D10 and has its own sums, grade, ages and ratio. */
const variant = (d10: CaseInput, index: number): { input: CaseInput; bare: BareCase } => {
  const input = structuredClone(d10);
  const bare: BareCase = {
    medical: `${20_000 + index}.62`,
    grade: 7 + (index % 4),
    childAges: [index % 17, (index * 7) % 17],
    ratio: ['0.3', '0.5', '0.7'][index % 3] ?? '0.5',
    nursingDays: 20 + (index % 60),
    age: 30 + (index % 50),
  };
  const [victim] = input.victims;
  const [vehicle] = input.vehicles;
  if (victim === undefined || vehicle === undefined) throw new Error('D10 has one victim and one vehicle');
  vehicle.ratio = bare.ratio;
  victim.age = bare.age;
  victim.items.medical = bare.medical;
  victim.items.nursing = { lines: [{ lineAmount: 1_440 }, { dailyRate: 120, days: bare.nursingDays }] };
  victim.items.disabilityCompensation = { grades: [bare.grade] };
  victim.items.dependantsLiving = { people: bare.childAges.map((age) => ({ relation: 'child' as const, age, supporters: 2 })) };
  return { input, bare };
};

const receivesFen = (input: CaseInput, pack: StandardsPack): number => {
  const result = settleInput(input, pack);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.summary.receives.fen;
};

/**
 * `settle-case`: one full calculation of a D10-sized file, from its JSON to the result with all workings.
 * `settle-1000`: 1,000 stored cases again under a new pack, against the bare arithmetic: the same exact decimals and the same
 * roundings, but no working, no remark, no choice, no check of the input. Both must come to the same fen.
 */
export const benchSettle = (): Figure[] => {
  const pack = loadPack(join(root, 'resources/standards'));
  const text = readFileSync(join(root, 'tests/shared/settlement/cases/d10.json'), 'utf8');
  const parsed = parseCase(JSON.parse(text));
  if (!parsed.ok) throw new Error('D10 does not parse');
  const cases = Array.from({ length: caseCount }, (_, index) => variant(parsed.value, index));
  const times = { value: [] as number[], floor: [] as number[] };
  const single: number[] = [];
  for (let run = 0; run < runs + 5; run += 1) {
    const fresh = raised(pack, 1 + run / 100);
    const figures = { income: figureOf(fresh, 'urbanIncome'), consumption: figureOf(fresh, 'urbanConsumption') };
    let [full, bare] = [0, 0];
    const value = timed(() => cases.forEach(({ input }) => (full += receivesFen(input, fresh))));
    const floor = timed(() => cases.forEach((entry) => (bare += bareReceives(entry.bare, figures))));
    if (full !== bare) throw new Error(`the engine says ${full} fen, the bare arithmetic ${bare}`);
    const whole = timed(() => {
      for (let count = 0; count < 100; count += 1) if (!settleCase(JSON.parse(text), fresh).ok) throw new Error('D10 does not settle');
    });
    if (run < 5) continue;
    times.value.push(value);
    times.floor.push(floor);
    single.push(whole * 10);
  }
  return [alone('settle-case', { value: median(single), unit: 'µs', runs: single.length }), against('settle-1000', times)];
};
