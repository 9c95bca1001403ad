import { figureRegion } from '../../damages/engine/figures.ts';
import { findPractice, type StandardsPack } from '../../damages/engine/standards-pack.ts';
import type { Case } from '../../cases/model.ts';
import { chinaDateOf } from '../../kernel/dates.ts';
import type { VehicleInput } from '../input/vehicle-input.ts';
import type { BasisValues } from '../file/overlay.ts';
import type { BasisSource } from '../model.ts';
import { suggestion, type Suggestion } from './suggestion.ts';

export type CaseHead = Pick<
  Case,
  'plate' | 'policyNumber' | 'driverName' | 'accidentAt' | 'accidentPlace' | 'liabilityFinding' | 'liabilityShare' | 'commercialLimitFen'
>;

const faultOf = { full: 'full', primary: 'main', equal: 'equal', secondary: 'minor', none: 'none' } as const;

/** Id of the insured vehicle inside the basis. */
const ownId = 'own';

const source = (text: string, mark: BasisSource['mark'] = 'input'): Omit<BasisSource, 'reason'> => ({ source: text, mark });

/** Ratio above compulsory cover: the share somebody entered, else what the region's courts usually take, with its mark. */
const ratioOf = (
  head: CaseHead,
  region: string | null,
  pack: StandardsPack,
): { ratio: number | string; from: Omit<BasisSource, 'reason'> } | null => {
  if (head.liabilityShare !== null) return { ratio: head.liabilityShare / 100, from: source('case.liabilityShare') };
  const { liabilityFinding } = head;
  if (liabilityFinding === null || liabilityFinding === 'undetermined' || region === null) return null;
  const practice = findPractice(pack, { region, topic: 'ratio', key: `nonMotor/${faultOf[liabilityFinding]}` });
  return practice === undefined ? null : { ratio: practice.value, from: { source: practice.source, mark: practice.mark } };
};

const vehicleSuggestion = (head: CaseHead, region: string | null, pack: StandardsPack): Suggestion[] => {
  const { plate, policyNumber, driverName, liabilityFinding, commercialLimitFen } = head;
  if (liabilityFinding === null || liabilityFinding === 'undetermined') return [];
  const ratio = ratioOf(head, region, pack);
  const vehicle: VehicleInput = {
    id: ownId,
    ...(plate === null ? {} : { label: plate }),
    fault: faultOf[liabilityFinding],
    ...(ratio === null ? {} : { ratio: ratio.ratio }),
    ...(driverName === null ? {} : { person: driverName }),
    compulsory: { insured: true },
    ...(commercialLimitFen === null ? {} : { commercial: { limit: commercialLimitFen / 100 } }),
  };
  const made = suggestion(
    { entity: 'calculationBasis', partyId: null, field: 'vehicles', reason: 'case-vehicle' },
    [vehicle],
    source('case.liabilityFinding'),
  );
  const sources: Record<string, BasisSource> = {
    ...made.sources,
    ...(ratio === null ? {} : { 'vehicles.0.ratio': { reason: 'case-vehicle', ...ratio.from } }),
    'vehicles.0.compulsory.insured': { reason: 'case-vehicle', source: 'case.policyNumber', mark: policyNumber === null ? 'U' : 'input' },
    ...(commercialLimitFen === null
      ? {}
      : { 'vehicles.0.commercial.limit': { reason: 'case-vehicle', ...source('case.commercialLimitFen') } }),
  };
  return [{ ...made, sources }];
};

/** The region of the pack that the accident place begins with or names; the longest name wins. */
const regionIn = (place: string | null, pack: StandardsPack): string | null => {
  const regions = [...new Set(pack.figures.map(({ region }) => region))].filter(
    (region) => region !== '全国' && (place ?? '').includes(figureRegion(region)),
  );
  return regions.toSorted((a, b) => (place ?? '').indexOf(a) - (place ?? '').indexOf(b) || b.length - a.length)[0] ?? null;
};

/** The last year with both income and consumption of the region. Source: 2022 text art. 22; out of court by convention. */
const lastYear = (region: string, pack: StandardsPack): number | null => {
  const yearsOf = (kind: string): number[] =>
    pack.figures.filter((figure) => figure.kind === kind && figure.region === region).map(({ year }) => year);
  const consumption = new Set(yearsOf('urbanConsumption'));
  return (
    yearsOf('urbanIncome')
      .filter((year) => consumption.has(year))
      .toSorted((a, b) => b - a)[0] ?? null
  );
};

const statisticsSuggestion = (basis: BasisValues, region: string | null, pack: StandardsPack): Suggestion[] => {
  const used = basis.statistics?.forumRegion ?? region;
  const year = used === null ? null : lastYear(figureRegion(used), pack);
  const site = { entity: 'calculationBasis' as const, partyId: null };
  return [
    ...(basis.statistics?.forumRegion === undefined && region !== null
      ? [suggestion({ ...site, field: 'statistics.forumRegion', reason: 'case-place' }, region, source('case.accidentPlace', 'U'))]
      : []),
    ...(basis.statistics?.year === undefined && basis.statistics?.debateEndedOn === undefined && year !== null
      ? [suggestion({ ...site, field: 'statistics.year', reason: 'last-published-year' }, year, source('art. 22; settlement §1.1', 'U'))]
      : []),
  ];
};

/** What the case itself says about its basis, where the basis says nothing yet. */
export const caseSuggestions = (
  head: CaseHead,
  basis: BasisValues,
  { pack, today }: { pack: StandardsPack; today: string },
): Suggestion[] => {
  const region = regionIn(head.accidentPlace, pack);
  const vehicles = (basis.vehicles ?? []).length === 0 ? vehicleSuggestion(head, basis.statistics?.forumRegion ?? region, pack) : [];
  const site = { entity: 'calculationBasis' as const, partyId: null };
  const needsDay =
    head.accidentAt !== null && chinaDateOf(head.accidentAt) < '2022-05-01' && basis.filedOn === null && basis.settledOn === null;
  return [
    ...vehicles,
    ...(basis.ownVehicle === null && vehicles.length > 0
      ? [suggestion({ ...site, field: 'ownVehicle', reason: 'case-vehicle' }, ownId, source('case.plate'))]
      : []),
    ...statisticsSuggestion(basis, region, pack),
    ...(needsDay ? [suggestion({ ...site, field: 'settledOn', reason: 'out-of-court' }, today, source('settlement §1.1 no. 4', 'U'))] : []),
  ];
};
