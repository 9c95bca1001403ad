import { describe, expect, it } from 'vitest';
import type { StandardsPack } from '../../../../shared/damages/engine/standards-pack.ts';
import { contentOf, contentText, replayed, staleReasonsOf } from '../../../../shared/settlement/file/calculated.ts';
import { liveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { SettlementRows } from '../../../../shared/settlement/file/rows.ts';
import { settlementWarnings } from '../../../../shared/settlement/file/warnings.ts';
import { basisRow, testPack, walkerCase } from '../../../support/settlement.ts';

const pack = testPack();
const later: StandardsPack = {
  ...pack,
  version: '2027-05-15',
  issuedOn: '2027-05-15',
  figures: pack.figures.map((figure) => (figure.region === '山西' && figure.year === 2023 ? { ...figure, value: '50000' } : figure)),
};
const settled = (rows: SettlementRows, used = pack) => {
  const { settlement } = liveSettlement(rows, used);
  if (settlement === null) throw new Error('not settled');
  return settlement;
};
const regionNamedInFull = (): SettlementRows => {
  const { party: _party, ...rows } = walkerCase();
  const statistics = { forumRegion: '山西省', standardRegion: { region: '北京市', reason: '居住证' }, year: 2023 };
  return { ...rows, bases: [...rows.bases, basisRow({ statistics, at: '2027-01-01T00:00:00.000Z' })] };
};

describe('a calculation that was kept', () => {
  it.each([
    ['plain', walkerCase],
    ['with regions named in full and another standard region', regionNamedInFull],
  ])('replays to the fen from its own figures: %s', (_name, rows) => {
    const content = JSON.parse(JSON.stringify(contentOf(settled(rows())))) as ReturnType<typeof contentOf>;
    expect(content.record.pack.figures.length).toBeLessThan(pack.figures.length);
    expect(replayed(content)).toMatchObject({ same: true, differences: [] });
  });

  it('stays what it was when a new pack moves the case', () => {
    const before = contentOf(settled(walkerCase()));
    const after = contentOf(settled(walkerCase(), later));
    expect(after.result.summary.loss.fen).toBeGreaterThan(before.result.summary.loss.fen);
    expect(replayed(before).same).toBe(true);
    expect(staleReasonsOf(before.record, liveSettlement(walkerCase(), later))).toContain('pack');
  });

  it('shows where a changed figure makes it come out otherwise', () => {
    const content = contentOf(settled(walkerCase()));
    const figures = content.record.pack.figures.map((figure) => ({ ...figure, value: '1' }));
    const tampered = { ...content, record: { ...content.record, pack: { ...content.record.pack, figures } } };
    const { same, differences } = replayed(tampered);
    expect(same).toBe(false);
    expect(differences.some(({ path }) => path.startsWith('summary.loss'))).toBe(true);
    expect(contentText(tampered)).not.toBe(contentText(content));
  });

  it('has one text whatever the order of its keys', () => {
    const content = contentOf(settled(walkerCase()));
    const turned = { result: Object.fromEntries(Object.entries(content.result).toReversed()), record: content.record };
    expect(contentText(turned as typeof content)).toBe(contentText(content));
  });

  it('knows when the case has moved on or is no longer whole', () => {
    const rows = walkerCase();
    const { record } = contentOf(settled(rows));
    expect(staleReasonsOf(record, liveSettlement(rows, pack))).toEqual([]);
    const items = rows.items.map((row) => (row.kind === 'nutrition' ? { ...row, inputs: { dailyRate: 50, days: 61 } } : row));
    expect(staleReasonsOf(record, liveSettlement({ ...rows, items }, pack))).toEqual(['input']);
    expect(staleReasonsOf(record, liveSettlement({ ...rows, bases: [] }, pack))).toEqual(['incomplete']);
  });
});

describe('warnings', () => {
  const site = { today: '2026-06-01', pack, inForce: pack.version };
  const codes = (rows: SettlementRows, changed: Partial<typeof site> = {}) =>
    settlementWarnings(rows, liveSettlement(rows, pack), { ...site, ...changed }).map(({ code }) => code);
  const expecting = (expectedOn: string): SettlementRows => {
    const { party: _party, ...rows } = walkerCase();
    return { ...rows, bases: [...rows.bases, basisRow({ expectedOn, at: '2027-01-01T00:00:00.000Z' })] };
  };

  it('tell that the statistical year will change before the expected day', () => {
    expect(codes(expecting('2024-12-31'))).toEqual([]);
    expect(codes(expecting('2027-02-01'))).toEqual(['timing.statistics-year-changes']);
  });

  it('tell that the pack is old, and that a newer one is in force', () => {
    expect(codes(expecting('2024-12-31'), { today: '2027-05-15', inForce: '2027-05-15' })).toEqual([
      'timing.pack-out-of-date',
      'pack.newer-in-force',
    ]);
  });

  it('tell that a person not graded yet nears 60, and nothing once the day is fixed', () => {
    const rows = expecting('2024-12-31');
    const old = { ...rows, parties: rows.parties.map((one) => ({ ...one, bornOn: '1966-09-01' })) };
    const bases = [
      ...rows.bases,
      basisRow({ expectedOn: '2026-12-01', statistics: { forumRegion: '山西', year: 2025 }, at: '2028-01-01T00:00:00.000Z' }),
    ];
    expect(codes({ ...old, bases })).toEqual([]);
    expect(codes({ ...old, bases, partyBases: [] })).toEqual(['timing.age-step']);
  });

  it('tell of figures and of accepted suggestions that nobody has verified', () => {
    const { party: _party, ...rows } = walkerCase();
    const statistics = { forumRegion: '浙江', year: 2023, acceptUnverified: true };
    const sources = { 'statistics.year': { reason: 'last-published', source: 'convention', mark: 'U' as const } };
    const bases = [...rows.bases, basisRow({ statistics, sources, expectedOn: '2024-12-31', at: '2027-01-01T00:00:00.000Z' })];
    expect(codes({ ...rows, bases })).toEqual(['figure.unverified', 'basis.unverified']);
  });
});
