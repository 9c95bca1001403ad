import { exact, exactRatio, show, sumExact, sumFen, shareOfFen, zero, type Exact } from '../../damages/engine/exact.ts';
import { figureRegion } from '../../damages/engine/figures.ts';
import type { Ledger } from '../../damages/engine/ledger.ts';
import { findPractice, type StandardsPack } from '../../damages/engine/standards-pack.ts';
import { apportion } from './apportion.ts';
import type { Excess } from './excess.ts';
import { isInside, type Settling, type Vehicle } from './parties.ts';

/** What one vehicle's side owes one person above compulsory cover. */
export type Liability = {
  readonly vehicle: Vehicle;
  readonly ratio: Exact;
  readonly amountFen: number;
  /** Part of `amountFen` that is owed whole, without ratio (group personalFull). */
  readonly personalFullFen: number;
};

/** 2014 model clauses art. 23 and settlement.md §3.5: only a suggestion; the local set differs by province and opponent. */
const clauseRatio = { full: '1', main: '0.7', equal: '0.5', minor: '0.3', none: '0' } as const;

type Rating = { readonly settling: Settling; readonly pack: StandardsPack };

const suggestionFor = (vehicle: Vehicle, victimPosition: string, { settling, pack }: Rating): string => {
  const region = figureRegion(settling.input.statistics?.forumRegion ?? '');
  const opponent = victimPosition === 'driver' || victimPosition === 'passenger' ? 'motor' : 'nonMotor';
  const local = findPractice(pack, { region, topic: 'ratio', key: `${opponent}/${vehicle.input.fault}` });
  return local === undefined
    ? `${clauseRatio[vehicle.input.fault]} [S] 2014 model clauses art. 23`
    : `${local.value} [${local.mark}] ${local.source}`;
};

const defaultRatio = (vehicle: Vehicle): number | string | undefined => {
  if (vehicle.input.ratio !== undefined) return vehicle.input.ratio;
  if (vehicle.input.tractor !== undefined) return 0;
  return { full: 1, none: 0, main: undefined, equal: undefined, minor: undefined }[vehicle.input.fault];
};

/** A motor vehicle without fault owes at most a tenth; a court that deviates from the police finding gives its reason. */
const checkRatio = (ratio: Exact, vehicle: Vehicle, { path, ledger, reason }: { path: string; ledger: Ledger; reason: string }): void => {
  const motor = vehicle.input.kind !== 'nonMotor' && vehicle.input.kind !== 'other';
  if (vehicle.input.fault === 'none' && motor && ratio.gt('0.1')) {
    if (reason !== '') ledger.note('ratio-without-fault', path, { ratio: show(ratio), reason });
    else ledger.fail('settle.ratio-out-of-range', path, { maximum: 0.1, article: '道路交通安全法 art. 76' });
  }
  if (vehicle.input.tractor !== undefined && ratio.gt(0)) {
    ledger.fail('settle.contradiction', path, { reason: 'ratio-belongs-to-tractor' });
  }
};

const ratioTowards = (excess: Excess, vehicle: Vehicle, rating: Rating): Exact | undefined => {
  const { settling } = rating;
  const { input, path } = excess.victim;
  const own = input.ratios?.[vehicle.input.id];
  const ratioPath = own === undefined ? `${vehicle.path}.ratio` : `${path}.ratios.${vehicle.input.id}`;
  const value = own ?? defaultRatio(vehicle);
  const suggestion = suggestionFor(vehicle, input.position ?? 'pedestrian', rating);
  if (value === undefined) {
    if (settling.ledger.errors.some((error) => error.path === ratioPath)) return undefined;
    return settling.ledger.fail('settle.missing-input', ratioPath, { suggestion });
  }
  const ratio = exactRatio(value);
  const reason = (own === undefined ? vehicle.input.ratioReason : input.ratiosReason) ?? '';
  checkRatio(ratio, vehicle, { path: ratioPath, ledger: settling.ledger, reason });
  settling.ledger.choose({
    key: 'ratio',
    path: ratioPath,
    value: String(value),
    given: own !== undefined || vehicle.input.ratio !== undefined,
    suggestion,
    reason: reason === '' ? vehicle.input.fault : reason,
    source: '道路交通安全法 art. 76; 道交解释 art. 24',
    mark: 'P',
  });
  const lift = isInside(input, vehicle.input) ? input.lift : undefined;
  if (lift === undefined) return ratio;
  settling.ledger.choose({
    key: 'lift',
    path: `${path}.lift`,
    value: String(lift.reduction),
    given: true,
    suggestion: '',
    reason: lift.reason,
    source: '民法典 1217',
    mark: 'P',
  });
  return ratio.times(exact(1).minus(exactRatio(lift.reduction)));
};

const weightsOf = (ratios: readonly Exact[]): number[] => ratios.map((ratio) => ratio.times(1_000_000_000).toDecimalPlaces(0).toNumber());

/** Each side half-up; when the ratios make up the whole, the last side takes the remainder. */
const dividedFen = (sharedFen: number, ratios: readonly Exact[], isWhole: boolean): number[] => {
  if (isWhole) return apportion(sharedFen, weightsOf(ratios));
  const shares = ratios.map((ratio) => (ratio.isZero() ? 0 : shareOfFen(sharedFen, ratio)));
  return sumFen(shares) > sharedFen ? apportion(sharedFen, shares) : shares;
};

/** What every side owes one person: excess × ratio, plus what is owed whole. Source: 道路交通安全法 art. 76; settlement.md §3.4 step 8. */
export const computeLiabilities = (excess: Excess, settling: Settling, pack: StandardsPack): Liability[] => {
  const rated = settling.vehicles.map((vehicle) => ({ vehicle, ratio: ratioTowards(excess, vehicle, { settling, pack }) }));
  const ratios = rated.map((entry) => entry.ratio ?? zero);
  // Thirds kept with 50 digits make a whole only after rounding.
  const all = sumExact(ratios).toDecimalPlaces(20);
  if (all.gt(1)) {
    settling.ledger.fail(
      'settle.ratio-sum-over-one',
      excess.victim.input.ratios === undefined ? 'vehicles' : `${excess.victim.path}.ratios`,
      { sum: show(all) },
    );
    return [];
  }
  const shares = dividedFen(excess.sharedFen, ratios, all.eq(1));
  const full = excess.personalFullFen === 0 ? [] : apportion(excess.personalFullFen, weightsOf(ratios));
  return rated.map(({ vehicle }, index) => ({
    vehicle,
    ratio: ratios[index] ?? zero,
    amountFen: (shares[index] ?? 0) + (full[index] ?? 0),
    personalFullFen: full[index] ?? 0,
  }));
};
