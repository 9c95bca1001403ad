import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import reference from '../../../resources/reference-periods/ga-t-1193-2014.json' with { type: 'json' };
import injuries from '../../../resources/icd10/injuries.json' with { type: 'json' };
import {
  checkClaim,
  claimedDays,
  entriesFor,
  governing,
  periodKinds,
  periodLines,
  type PeriodEntry,
  type PeriodKind,
} from '../../../shared/doctors/reference-periods.ts';

const table = reference.entries as unknown as readonly PeriodEntry[];
const coded = (...codes: string[]) => codes.map((icd10, i) => ({ id: `d${i}`, icd10, oldIllness: false }));
const lines = (...codes: string[]) => periodLines(coded(...codes), table);

describe('the shipped table', () => {
  it('has the figures, marks and sources of the standards pack, entry by entry', () => {
    type Pack = Pick<PeriodEntry, PeriodKind | 'code' | 'mark' | 'source'>[];
    const pack = JSON.parse(readFileSync('resources/standards/periods.json', 'utf8')) as Pack;
    const figures = ({ code, lostIncome, nursing, nutrition, mark, source }: Pack[number]) => [
      code,
      lostIncome,
      nursing,
      nutrition,
      mark,
      source,
    ];
    expect(table.map(figures)).toEqual(pack.map(figures));
  });

  it('marks the one figure that a printed edition must confirm', () => {
    expect(table.filter(({ mark }) => mark !== 'P').map(({ code }) => code)).toEqual(['10.2.7b']);
  });

  it('never has a range that runs backwards or past 24 months', () => {
    const bad = table.flatMap((entry) =>
      periodKinds.filter((kind) => entry[kind] !== 'clinical' && entry[kind][0] > Math.min(entry[kind][1], 730)),
    );
    expect(bad).toEqual([]);
  });

  it('refers only to codes that the picker offers, burns aside', () => {
    const known = new Set(injuries.codes.map(({ code }) => code));
    const starts = table.flatMap(({ icd10 }) => icd10).filter((code) => !/^T[23]/.test(code));
    expect(starts.filter((code) => !known.has(code))).toEqual([]);
  });
});

test.each([
  ['S82.8', ['10.2.15a', '10.2.15b', '10.2.15c']],
  ['S82.80', ['10.2.15a', '10.2.15b', '10.2.15c']],
  ['S82.5', ['10.2.15a']],
  ['s72.0', ['10.2.8a', '10.2.8b']],
  ['S06.0', ['4.7.1']],
  ['S06.2', ['4.7.1', '4.7.2']],
  ['S52.0', ['10.2.4a', '10.2.4b']],
  ['S52.5', ['10.2.5a', '10.2.5b']],
  ['S22.3', ['7.2.1']],
  ['S99.9', []],
  ['I10', []],
] as const)('the code %s is read as %j', (icd10, codes) => {
  expect(entriesFor(icd10, table).map(({ code }) => code)).toEqual(codes);
});

test.each([
  [['S82.8'], 'lostIncome', { min: 90, max: 180, icd10: 'S82.8', verified: true, several: false }],
  [['S82.8'], 'nutrition', { min: 60, max: 90, icd10: 'S82.8', verified: true, several: false }],
  [['S22.3', 'S72.0'], 'lostIncome', { min: 180, max: 365, icd10: 'S72.0', verified: true, several: true }],
  [['S72.0', 'S22.3'], 'nursing', { min: 90, max: 180, icd10: 'S72.0', verified: true, several: true }],
  [['S62.6'], 'lostIncome', { min: 30, max: 90, icd10: 'S62.6', verified: false, several: false }],
  [['S99.9'], 'lostIncome', null],
  [[], 'nursing', null],
] as const)('of the injuries %j the longest governs the %s period', (codes, kind, expected) => {
  expect(governing(lines(...codes), kind)).toEqual(expected);
});

test('an old illness and a code said twice are not measured again', () => {
  const rows = [
    ...coded('S82.8', 'S82.8', 'M81'),
    { id: 'old', icd10: 'S72.0', oldIllness: true },
    { id: 'none', icd10: null, oldIllness: null },
  ];
  expect(periodLines(rows, table).map(({ icd10 }) => icd10)).toEqual(['S82.8']);
});

test.each([
  ['within the range', ['S82.8'], 'lostIncome', { days: 180 }, []],
  ['one day above', ['S82.8'], 'lostIncome', { days: 181 }, ['above-range']],
  ['two injuries added at their upper ends', ['S22.3', 'S82.8'], 'lostIncome', { days: 220 }, ['above-range', 'maybe-added']],
  ['two injuries added at their lower ends', ['S42.0', 'S72.3'], 'nutrition', { days: 90 }, []],
  ['above the longest, but not a sum', ['S22.3', 'S82.8'], 'lostIncome', { days: 200 }, ['above-range']],
  ['more than 24 months', ['S72.0'], 'nursing', { days: 731 }, ['above-range', 'above-24-months']],
  ['lost work on the day of the assessment', ['S82.8'], 'lostIncome', { days: 100, untilOn: '2026-06-01' }, ['past-assessment']],
  ['lost work until the day before it', ['S82.8'], 'lostIncome', { days: 100, untilOn: '2026-05-31' }, []],
  ['nursing past the assessment', ['S82.8'], 'nursing', { days: 60, untilOn: '2026-07-01' }, []],
  ['an unlisted injury', ['S99.9'], 'lostIncome', { days: 30 }, ['no-reference']],
] as const)('claimed days are judged: %s', (_title, codes, kind, claim, expected) => {
  expect(checkClaim(lines(...codes), kind, { untilOn: null, assessedOn: '2026-06-01', ...claim })).toEqual(expected);
});

test('by the clinical course there is no range to compare with', () => {
  const clinical = [{ ...table[0], icd10: ['S00.9'], lostIncome: 'clinical' } as unknown as PeriodEntry];
  expect(governing(periodLines(coded('S00.9'), clinical), 'lostIncome')).toBeNull();
});

test.each([
  [{ days: 40, fromOn: '2026-01-01', untilOn: '2026-01-02' }, 40],
  [{ days: null, fromOn: '2026-02-27', untilOn: '2026-03-01' }, 3],
  [{ days: null, fromOn: '2026-02-27', untilOn: null }, null],
  [{ days: null, fromOn: '2026-03-02', untilOn: '2026-03-01' }, null],
])('the claimed days of %j are %s', (item, days) => {
  expect(claimedDays(item)).toBe(days);
});
