import type { Mark } from '../damages/engine/ledger.ts';
import type { PoolGroup } from './input/vehicle-input.ts';

export type GroupFen = Readonly<Record<PoolGroup, number>>;
type LimitPeriod = {
  readonly from: string;
  readonly fault: GroupFen;
  readonly noFault: GroupFen;
  readonly mark: Mark;
  readonly source: string;
};

const yuan = (medical: number, deathDisability: number, property: number): GroupFen => ({
  medical: medical * 100,
  deathDisability: deathDisability * 100,
  property: property * 100,
});

/** 交强险 limits per accident by accident date. Source: settlement.md §3.1. */
const limitPeriods: readonly LimitPeriod[] = [
  {
    from: '2020-09-19',
    fault: yuan(18_000, 180_000, 2_000),
    noFault: yuan(1_800, 18_000, 100),
    mark: 'J',
    source: 'CTPLI limits from 2020-09-19',
  },
  {
    from: '2008-02-01',
    fault: yuan(10_000, 110_000, 2_000),
    noFault: yuan(1_000, 11_000, 100),
    mark: 'J',
    source: 'CTPLI limits 2008-02-01 – 2020-09-18',
  },
  {
    from: '2006-07-01',
    fault: yuan(8_000, 50_000, 2_000),
    noFault: yuan(1_600, 10_000, 400),
    mark: 'S',
    source: 'CTPLI limits 2006-07-01 – 2008-01-31',
  },
];

/** The limits of an accident date; none before compulsory cover existed. */
export const compulsoryLimitsOn = (
  accidentOn: string,
  side: 'fault' | 'noFault',
): { readonly limits: GroupFen; readonly mark: Mark; readonly source: string } | undefined => {
  const period = limitPeriods.find((entry) => accidentOn >= entry.from);
  return period === undefined ? undefined : { limits: period[side], mark: period.mark, source: period.source };
};
