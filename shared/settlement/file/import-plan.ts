import { canonicalJson } from '../../kernel/canonical-json.ts';
import { chinaDateOf, chinaInstant } from '../../kernel/dates.ts';
import type { AdvanceInput, CaseInput, VictimInput } from '../input/case-input.ts';
import type { VehicleInput } from '../input/vehicle-input.ts';
import { advanceInputs } from './advance-input.ts';
import { itemChanges } from './import-items.ts';
import { overlayBasis, overlayPartyBasis } from './overlay.ts';
import type { ImportPlan, ImportRows, PlannedChange } from './planned-change.ts';
import { counting, type PartyRow } from './rows.ts';

type Values = Record<string, unknown>;

const orNull = (value: unknown): unknown => value ?? null;

/** Fields that differ, with what stood there before. */
const differing = (before: Values, after: Values): { fields: Values; before: Values } | null => {
  const names = Object.keys(after).filter((name) => canonicalJson([orNull(before[name])]) !== canonicalJson([orNull(after[name])]));
  if (names.length === 0) return null;
  const only = (values: Values): Values => Object.fromEntries(names.map((name) => [name, orNull(values[name])]));
  return { fields: only(after), before: only(before) };
};

export const newParty = (victimId: string): string => `victim:${victimId}`;

/** People are the same by id, else by a name that only one of them bears; others are new. */
const partiesOf = (rows: ImportRows, input: CaseInput): Map<string, string> => {
  const parties = counting(rows.parties);
  return new Map(
    input.victims.map((victim) => {
      const named = parties.filter(({ name }) => name === victim.label);
      const found = parties.find(({ id }) => id === victim.id) ?? (named.length === 1 ? named[0] : undefined);
      return [victim.id, found?.id ?? newParty(victim.id)];
    }),
  );
};

const caseChange = (rows: ImportRows, { accident }: CaseInput): PlannedChange[] => {
  const { id, accidentAt, accidentPlace } = rows.case;
  const sameDay = accidentAt !== null && chinaDateOf(accidentAt) === accident.on;
  const after = { accidentAt: sameDay ? accidentAt : chinaInstant(accident.on, '00:00'), accidentPlace: accident.place ?? accidentPlace };
  const change = differing({ accidentAt, accidentPlace }, after);
  return change === null ? [] : [{ action: 'set', entity: 'case', id, party: null, kind: null, ...change }];
};

/** Victims named inside a vehicle get the ids they have in the case. */
const withParties = (vehicle: VehicleInput, idOf: (victim: string) => string): VehicleInput => {
  const renamed = <Entry extends { victim?: string | undefined }>(entries: Entry[] | undefined): Entry[] | undefined =>
    entries?.map((entry) => (entry.victim === undefined ? entry : { ...entry, victim: idOf(entry.victim) }));
  const { compulsory, commercial, seat } = vehicle;
  return JSON.parse(
    JSON.stringify({
      ...vehicle,
      compulsory: compulsory && { ...compulsory, given: compulsory.given?.map((share) => ({ ...share, victim: idOf(share.victim) })) },
      commercial: commercial && {
        ...commercial,
        exclusions: renamed(commercial.exclusions),
        nonInsuredDrugs: renamed(commercial.nonInsuredDrugs),
      },
      seat: seat && { ...seat, exclusions: renamed(seat.exclusions) },
    }),
  ) as VehicleInput;
};

/** Advances of the file that the case does not know from its own advances: they are payments of others. */
const paymentsOf = (rows: ImportRows, advances: readonly AdvanceInput[]): AdvanceInput[] | null => {
  const basis = overlayBasis(rows.bases);
  const own = advanceInputs(rows.advances, { ...basis, payments: null }, new Set(counting(rows.parties).map(({ id }) => id))).advances;
  const open = own.map((advance) => canonicalJson(advance));
  const rest = advances.filter((advance) => {
    const index = open.indexOf(canonicalJson(advance));
    if (index >= 0) open.splice(index, 1);
    return index < 0;
  });
  return rest.length === 0 ? null : rest;
};

const basisChange = (rows: ImportRows, input: CaseInput, idOf: (victim: string) => string): PlannedChange[] => {
  const basis = overlayBasis(rows.bases);
  const { statistics, conventions, filedOn, settledOn, ruleSet, note } = input;
  const after = {
    vehicles: input.vehicles.map((vehicle) => withParties(vehicle, idOf)),
    statistics,
    conventions,
    filedOn,
    settledOn,
    ruleSet,
    note,
    payments: paymentsOf(
      rows,
      (input.advances ?? []).map((advance) => ({ ...advance, victim: idOf(advance.victim) })),
    ),
  };
  const change = differing(basis, after);
  const exists = counting(rows.bases).length > 0;
  return change === null
    ? []
    : [{ action: exists ? 'set' : 'insert', entity: 'calculationBasis', id: null, party: null, kind: null, ...change }];
};

const personChange = (party: PartyRow | undefined, victim: VictimInput, partyKey: string): PlannedChange[] => {
  const site = { entity: 'injuredParty' as const, party: partyKey, kind: null };
  if (party === undefined) {
    const fields = { name: victim.label ?? victim.id, bornOn: orNull(victim.bornOn), admittedOn: orNull(victim.admittedOn) };
    return [{ ...site, action: 'insert', id: null, fields, before: {} }];
  }
  const after = { bornOn: victim.bornOn ?? party.bornOn, admittedOn: victim.admittedOn ?? party.admittedOn };
  const change = differing({ bornOn: party.bornOn, admittedOn: party.admittedOn }, after);
  return change === null ? [] : [{ ...site, action: 'set', id: party.id, ...change }];
};

const partyBasisChange = (rows: ImportRows, victim: VictimInput, partyKey: string): PlannedChange[] => {
  const { position, inVehicle, residence, age, treatmentEndedOn, gradedOn, diedOn } = victim;
  const { ratios, ratiosReason, lift, participation, statistics } = victim;
  const after = {
    position,
    inVehicle,
    residence,
    treatmentEndedOn,
    gradedOn,
    diedOn,
    ratios,
    ratiosReason,
    lift,
    participation,
    statistics,
  };
  const change = differing(overlayPartyBasis(rows.partyBases, partyKey), { ...after, age: victim.bornOn === undefined ? age : null });
  const exists = counting(rows.partyBases).some(({ partyId }) => partyId === partyKey);
  return change === null
    ? []
    : [{ action: exists ? 'set' : 'insert', entity: 'partyBasis', id: null, party: partyKey, kind: null, ...change }];
};

/**
 * What a case file would change in a case: only differences, so that a file exported from the case changes nothing. Items that the file
 * does not name are hidden, because the file is the whole calculation; people it does not name stay as they are.
 */
export const planImport = (rows: ImportRows, input: CaseInput): ImportPlan => {
  const ids = partiesOf(rows, input);
  const idOf = (victim: string): string => ids.get(victim) ?? newParty(victim);
  const perPerson = input.victims.map((victim, index) => {
    const party = counting(rows.parties).find(({ id }) => id === idOf(victim.id));
    const items = itemChanges(rows, victim, { party: idOf(victim.id), path: `victims[${index}].items` });
    const changes = [...personChange(party, victim, idOf(victim.id)), ...partyBasisChange(rows, victim, idOf(victim.id)), ...items.changes];
    return { changes, errors: items.errors };
  });
  return {
    changes: [...caseChange(rows, input), ...basisChange(rows, input, idOf), ...perPerson.flatMap(({ changes }) => changes)],
    errors: perPerson.flatMap(({ errors }) => errors),
  };
};
