/** Where on screen a value of the calculation is kept. `id` is null while its row does not exist yet; `field` has dots. */
export type Place = {
  readonly entity: 'case' | 'injuredParty' | 'calculationBasis' | 'partyBasis' | 'damageItem' | 'bill' | 'advance';
  readonly id: string | null;
  readonly partyId: string | null;
  readonly field: string;
};

/** One head of damage of the calculation: the row it belongs to, and for merged lists the place of every entry. */
export type HeadPlaces = { readonly itemId: string | null; readonly lists: Readonly<Record<string, readonly Place[]>> };

export type PartyPlaces = {
  readonly partyId: string;
  readonly heads: Readonly<Record<string, HeadPlaces>>;
  /** Item ids of `items.other`, in its order. */
  readonly others: readonly string[];
};

/** Kept by the assembly, so that a path of the engine leads back to a field. */
export type Places = {
  readonly caseId: string;
  readonly parties: readonly PartyPlaces[];
  /** In the order of `advances`: an advance of the file, or the index of a payment of the basis. */
  readonly advances: readonly ({ readonly advanceId: string; readonly partyId: string } | { readonly payment: number })[];
};

type Step = string | number;

/** `victims[0].items.nursing` as steps. Ratios of a vehicle may follow as a name of their own. */
export const stepsOfPath = (path: string): Step[] =>
  path
    .split('.')
    .flatMap((part) => part.split(/[[\]]/).filter((piece) => piece !== ''))
    .map((piece) => (/^\d+$/.test(piece) ? Number(piece) : piece));

const joined = (...steps: readonly Step[]): string => steps.filter((step) => step !== '').join('.');

const ofParty = ['label', 'bornOn', 'admittedOn'];
const nameOfPartyField: Readonly<Record<string, string>> = { label: 'name' };

const itemPlace = (party: PartyPlaces, [key = '', ...rest]: readonly Step[]): Place => {
  const { partyId } = party;
  if (key === '') return { entity: 'injuredParty', id: partyId, partyId, field: 'items' };
  if (key === 'other') {
    const [index = 0, ...own] = rest;
    return { entity: 'damageItem', id: party.others[Number(index)] ?? null, partyId, field: ownField(own) };
  }
  const head = party.heads[String(key)];
  const [list = '', index = '', ...deeper] = rest;
  const base = typeof index === 'number' ? head?.lists[String(list)]?.[index] : undefined;
  if (base !== undefined)
    return base.entity === 'bill' ? { ...base, field: billField(base, deeper) } : { ...base, field: joined(base.field, ...deeper) };
  return { entity: 'damageItem', id: head?.itemId ?? null, partyId, field: ownField(rest) };
};

const columnOf: Readonly<Record<string, string>> = { amount: 'allowedFen', claimed: 'claimedFen', label: 'label', evidence: 'evidence' };

const ownField = ([first = '', ...rest]: readonly Step[]): string => columnOf[String(first)] ?? joined('inputs', first, ...rest);

const billColumn: Readonly<Record<string, string>> = {
  amount: 'amountFen',
  price: 'amountFen',
  unitPrice: 'amountFen',
  on: 'billedOn',
  paidByMedicalInsurance: 'paidByInsuranceFen',
};

const billField = (base: Place, [first = '']: readonly Step[]): string =>
  base.field === '' ? (billColumn[String(first)] ?? String(first)) : base.field;

const partyPlace = (places: Places, index: Step, rest: readonly Step[]): Place => {
  const party = places.parties[Number(index)];
  const [first = '', ...deeper] = rest;
  if (party === undefined) return { entity: 'case', id: places.caseId, partyId: null, field: 'parties' };
  if (first === 'items') return itemPlace(party, deeper);
  const { partyId } = party;
  if (ofParty.includes(String(first))) {
    return { entity: 'injuredParty', id: partyId, partyId, field: nameOfPartyField[String(first)] ?? String(first) };
  }
  return { entity: 'partyBasis', id: null, partyId, field: joined(first, ...deeper) };
};

const advanceColumn: Readonly<Record<string, string>> = { group: 'itemGroup', amount: 'decidedFen', by: 'basis', victim: 'partyId' };

const advancePlace = (places: Places, index: Step, [first = '', ...deeper]: readonly Step[]): Place => {
  const kept = places.advances[Number(index)];
  if (kept === undefined || 'payment' in kept) {
    return { entity: 'calculationBasis', id: null, partyId: null, field: joined('payments', kept?.payment ?? index, first, ...deeper) };
  }
  if (first === 'vehicle') return { entity: 'calculationBasis', id: null, partyId: null, field: 'ownVehicle' };
  return { entity: 'advance', id: kept.advanceId, partyId: kept.partyId, field: advanceColumn[String(first)] ?? String(first) };
};

/** The field behind a path of the engine. Every path leads somewhere: what is kept for the whole case belongs to its basis. */
export const placeOf = (places: Places, path: string): Place => {
  const [first = '', second = '', ...rest] = stepsOfPath(path);
  if (first === 'victims') return second === '' ? partyPlace(places, -1, []) : partyPlace(places, second, rest);
  if (first === 'advances' && second !== '') return advancePlace(places, second, rest);
  if (first === 'accident') {
    return { entity: 'case', id: places.caseId, partyId: null, field: second === 'place' ? 'accidentPlace' : 'accidentAt' };
  }
  if (first === 'caseRef') return { entity: 'case', id: places.caseId, partyId: null, field: 'reportNumber' };
  return { entity: 'calculationBasis', id: null, partyId: null, field: joined(first, second, ...rest) };
};
