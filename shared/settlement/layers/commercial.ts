import { exact, exactRatio, one, show, sumExact, sumFen, shareOfFen, zero, type Exact } from '../../damages/engine/exact.ts';
import type { CommercialInput } from '../input/vehicle-input.ts';
import { apportion } from './apportion.ts';
import { uninsuredFen } from './exclusions.ts';
import type { Excess } from './excess.ts';
import type { Liability } from './liability.ts';
import { isInside, yuanFen, type Settling, type Vehicle } from './parties.ts';
import { recordReserve } from './recorded-choices.ts';

/** 2014 model clauses art. 27 (事故责任免赔率). */
const faultDeductible2014 = { full: '0.2', main: '0.15', equal: '0.1', minor: '0.05', none: '0' } as const;

/** One person's claim against one commercial cover. */
export type CommercialClaim = { readonly excess: Excess; readonly liability: Liability };

export type CommercialPayment = {
  readonly victimId: string;
  readonly vehicleId: string;
  readonly amountFen: number;
  readonly insuredFen: number;
  readonly factor: string;
};

/** Cover that takes part: insured by a real insurer and not refused. */
const activeCover = (vehicle: Vehicle, settling: Settling): CommercialInput | undefined => {
  const { commercial } = vehicle.input;
  if (commercial === undefined) return undefined;
  if (commercial.mutualScheme === true) {
    settling.ledger.note('mutual-scheme-is-no-cover', `${vehicle.path}.commercial.mutualScheme`);
    return undefined;
  }
  return commercial.refused === undefined ? commercial : undefined;
};

/** What is left of the limit for the people of this file, after what others got and what waits for an absent one. */
const limitFen = ({ cover, vehicle }: Cover, settling: Settling): number => {
  const wholeFen = yuanFen(cover.limit) * (cover.holidayDoubled === true ? 2 : 1);
  const afterUse = Math.max(0, wholeFen - yuanFen(cover.used));
  const { reserve } = cover;
  if (reserve === undefined) return afterUse;
  const path = `${vehicle.path}.commercial.reserve`;
  const reserveFen = 'share' in reserve ? shareOfFen(wholeFen, exactRatio(reserve.share)) : yuanFen(reserve.amount);
  recordReserve(reserve, path, settling);
  if (reserveFen <= afterUse) return afterUse - reserveFen;
  settling.ledger.fail('settle.reserve-over-limit', path, { limitFen: afterUse, reserveFen });
  return 0;
};

const faultDeductible = (cover: CommercialInput, vehicle: Vehicle, settling: Settling): Exact => {
  const path = `${vehicle.path}.commercial`;
  if (cover.faultDeductible !== undefined) return exactRatio(cover.faultDeductible);
  const byDate = settling.input.accident.on >= '2020-09-19' ? '2020' : '2014';
  const clauseSet = cover.clauseSet ?? 'other';
  settling.ledger.choose({
    key: 'clauseSet',
    path: `${path}.clauseSet`,
    value: clauseSet,
    given: cover.clauseSet !== undefined,
    suggestion: byDate,
    reason: 'deductibles-as-given',
    source: 'settlement §3.6',
    mark: clauseSet === '2020' ? 'U' : 'S',
  });
  if (clauseSet === '2020') settling.ledger.note('fault-deductible-2020', path, { mark: 'U', value: 0 });
  if (clauseSet !== '2014') return zero;
  if (cover.noDeductibleRider === undefined) return settling.ledger.fail('settle.missing-input', `${path}.noDeductibleRider`) ?? exact(0);
  const loading = cover.loadingBreach === true ? '0.1' : '0';
  if (cover.loadingBreach === true && cover.noDeductibleRider)
    settling.ledger.note('loading-not-waived', `${path}.loadingBreach`, { deductible: '10%', mark: 'U' });
  return exact(cover.noDeductibleRider ? '0' : faultDeductible2014[vehicle.input.fault]).plus(loading);
};

/** `(1 − fault deductible) × (1 − Σ absolute deductibles)`. Source: 2014 model clauses art. 35. */
const payFactor = (cover: CommercialInput, vehicle: Vehicle, settling: Settling): Exact => {
  const fault = faultDeductible(cover, vehicle, settling);
  // Without deductibles, as in most covers, nothing has to be multiplied.
  if (fault.isZero() && (cover.absoluteDeductibles ?? []).length === 0) return one;
  const absolute = sumExact((cover.absoluteDeductibles ?? []).map(exactRatio));
  if (absolute.gt(1))
    settling.ledger.fail('settle.ratio-out-of-range', `${vehicle.path}.commercial.absoluteDeductibles`, { sum: show(absolute) });
  const factor = exact(1).minus(fault).times(exact(1).minus(absolute));
  return factor.lt(0) ? exact(0) : factor;
};

type Site = { readonly cover: CommercialInput; readonly path: string; readonly settling: Settling };

const insuredPart = ({ excess, liability }: CommercialClaim, { cover, path, settling }: Site): number => {
  const owed = liability.amountFen - liability.personalFullFen;
  const out = uninsuredFen(excess, cover, { settling, path });
  if (out === 0 && cover.ratio === undefined) return owed;
  const ratio = cover.ratio === undefined ? liability.ratio : exactRatio(cover.ratio);
  return Math.min(owed, shareOfFen(excess.sharedFen - out, ratio));
};

const remarkOnClauses = (claims: readonly CommercialClaim[], { cover, path, settling }: Site): void => {
  const distress = claims.some(({ excess }) => excess.splits.some((split) => split.item.key === 'mentalDistress' && split.excessFen > 0));
  const answered = (cover.exclusions ?? []).some((exclusion) => exclusion.item === 'mentalDistress');
  if (distress && !answered)
    settling.ledger.note('mental-distress-clause', `${path}.exclusions`, { clause: '2014 model clauses art. 26', mark: 'S' });
};

const recordTrailerCover = (tractor: Vehicle, settling: Settling): void =>
  settling.ledger.choose({
    key: 'trailerCover',
    path: 'conventions.trailerCover',
    value: settling.conventions.trailerCover ?? 'withinTractor',
    given: settling.conventions.trailerCover !== undefined,
    suggestion: 'withinTractor',
    reason: `tractor ${tractor.input.id}`,
    source: '2014 model clauses art. 29',
    mark: 'S',
  });

type Share = { cover: CommercialInput; vehicle: Vehicle; shareFen: readonly number[] };

type Cover = { readonly cover: CommercialInput; readonly vehicle: Vehicle };

/**
 * Tractor and trailer: by the ratio of their limits, together not above the tractor's (2014 model clauses art. 29), unless the
 * convention adds the limits up.
 */
const divideUnit = (covers: readonly Cover[], insured: readonly number[], settling: Settling): Share[] => {
  const [main] = covers;
  if (main === undefined) return [];
  const limits = covers.map((entry) => limitFen(entry, settling));
  const capFen = settling.conventions.trailerCover === 'added' ? sumFen(limits) : (limits[0] ?? 0);
  const total = Math.min(capFen, sumFen(insured));
  const perVictim = apportion(total, insured);
  if (covers.length === 1) return [{ ...main, shareFen: perVictim }];
  recordTrailerCover(main.vehicle, settling);
  return divideCovers(covers, limits, perVictim);
};

/** Each cover's total first, so that rounding never lifts one above its limit; the last cover takes what is left of each person. */
const divideCovers = (covers: readonly Cover[], limits: readonly number[], perVictim: readonly number[]): Share[] => {
  const totals = apportion(sumFen(perVictim), limits);
  let left = [...perVictim];
  return covers.map((entry, index) => {
    const shareFen = index === covers.length - 1 ? left : apportion(totals[index] ?? 0, left);
    left = left.map((open, row) => open - (shareFen[row] ?? 0));
    return { ...entry, shareFen };
  });
};

type Insured = { readonly claim: CommercialClaim; readonly insuredFen: number };

const payShare = ({ cover, vehicle, shareFen }: Share, insured: readonly Insured[], settling: Settling): CommercialPayment[] => {
  const factor = payFactor(cover, vehicle, settling);
  const deducted = apportion(Math.min(yuanFen(cover.deductibleAmount), sumFen(shareFen)), shareFen);
  return insured.map(({ claim, insuredFen }, index) => ({
    victimId: claim.excess.victim.input.id,
    vehicleId: vehicle.input.id,
    insuredFen,
    factor: show(factor),
    amountFen: Math.max(0, shareOfFen(shareFen[index] ?? 0, factor) - (deducted[index] ?? 0)),
  }));
};

/**
 * Commercial third-party cover of one vehicle (and its trailer) for all people outside it.
 * `min(A, limit) × factor`; several people share the limit pro rata. Source: 2014 model clauses art. 35; settlement.md §3.6.
 */
export const payCommercial = (vehicle: Vehicle, claims: readonly CommercialClaim[], settling: Settling): CommercialPayment[] => {
  if (vehicle.input.tractor !== undefined) return [];
  const trailers = settling.vehicles.filter((other) => other.input.tractor === vehicle.input.id);
  const covers = [vehicle, ...trailers].flatMap((unit) => {
    const cover = activeCover(unit, settling);
    return cover === undefined ? [] : [{ cover, vehicle: unit }];
  });
  const third = claims.filter(({ excess }) => !isInside(excess.victim.input, vehicle.input));
  const [main] = covers;
  if (main === undefined || third.length === 0) return [];
  const site: Site = { cover: main.cover, path: `${main.vehicle.path}.commercial`, settling };
  remarkOnClauses(third, site);
  const insured = third.map((claim) => ({ claim, insuredFen: insuredPart(claim, site) }));
  const shares = divideUnit(
    covers,
    insured.map(({ insuredFen }) => insuredFen),
    settling,
  );
  return shares.flatMap((share) => payShare(share, insured, settling));
};
