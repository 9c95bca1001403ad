import { ageOn } from '../kernel/dates.ts';
import type { Ledger } from '../damages/engine/ledger.ts';
import type { CaseInput, VictimInput } from './input/case-input.ts';
import type { VehicleInput } from './input/vehicle-input.ts';

/** `[earlier, later]`: the later date may not lie before the earlier one. */
type DateOrder = readonly [earlier: { on: string | undefined; name: string }, later: { on: string | undefined; path: string }];

const checkOrder = (ledger: Ledger, orders: readonly DateOrder[]): void => {
  for (const [earlier, later] of orders) {
    if (earlier.on === undefined || later.on === undefined || later.on >= earlier.on) continue;
    ledger.fail('settle.impossible-date', later.path, { date: later.on, notBefore: earlier.on, notBeforeField: earlier.name });
  }
};

const checkVictimDates = (victim: VictimInput, path: string, { accidentOn, ledger }: { accidentOn: string; ledger: Ledger }): void => {
  const accident = { on: accidentOn, name: 'accident.on' };
  checkOrder(ledger, [
    [
      { on: victim.bornOn, name: 'bornOn' },
      { on: accidentOn, path: `${path}.bornOn` },
    ],
    [accident, { on: victim.admittedOn, path: `${path}.admittedOn` }],
    [accident, { on: victim.treatmentEndedOn, path: `${path}.treatmentEndedOn` }],
    [accident, { on: victim.gradedOn, path: `${path}.gradedOn` }],
    [accident, { on: victim.diedOn, path: `${path}.diedOn` }],
    [
      { on: victim.admittedOn, name: 'admittedOn' },
      { on: victim.diedOn, path: `${path}.diedOn` },
    ],
    [
      { on: victim.treatmentEndedOn, name: 'treatmentEndedOn' },
      { on: victim.diedOn, path: `${path}.diedOn` },
    ],
    [
      { on: victim.admittedOn, name: 'admittedOn' },
      { on: victim.treatmentEndedOn, path: `${path}.treatmentEndedOn` },
    ],
    [
      { on: victim.treatmentEndedOn, name: 'treatmentEndedOn' },
      { on: victim.gradedOn, path: `${path}.gradedOn` },
    ],
    [
      { on: victim.gradedOn, name: 'gradedOn' },
      { on: victim.diedOn, path: `${path}.diedOn` },
    ],
  ]);
  const on = victim.diedOn ?? victim.gradedOn ?? accidentOn;
  if (victim.bornOn !== undefined && victim.bornOn <= accidentOn && ageOn(victim.bornOn, on) > 120) {
    ledger.fail('settle.age-out-of-range', `${path}.bornOn`, { age: ageOn(victim.bornOn, on), maximum: 120 });
  }
};

const checkCaseDates = (input: CaseInput, ledger: Ledger): void => {
  const accident = { on: input.accident.on, name: 'accident.on' };
  const filed = { on: input.filedOn, name: 'filedOn' };
  if (input.accident.on < '1992-01-01') ledger.fail('settle.rule-set-unknown', 'accident.on', { from: '1992-01-01' });
  checkOrder(ledger, [
    [accident, { on: input.filedOn, path: 'filedOn' }],
    [accident, { on: input.settledOn, path: 'settledOn' }],
    [accident, { on: input.statistics?.debateEndedOn, path: 'statistics.debateEndedOn' }],
    [filed, { on: input.statistics?.debateEndedOn, path: 'statistics.debateEndedOn' }],
  ]);
};

const checkUnique = (ids: readonly string[], list: string, ledger: Ledger): void => {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) ledger.fail('settle.duplicate-id', `${list}[${index}].id`, { id });
  });
};

type Known = { vehicles: ReadonlySet<string>; victims: ReadonlySet<string>; ledger: Ledger };

const needVehicle = (id: string | undefined, path: string, { vehicles, ledger }: Known): void => {
  if (id !== undefined && !vehicles.has(id)) ledger.fail('settle.unknown-vehicle', path, { id, known: [...vehicles] });
};

const needVictim = (id: string | undefined, path: string, { victims, ledger }: Known): void => {
  if (id !== undefined && !victims.has(id)) ledger.fail('settle.unknown-victim', path, { id });
};

const checkVehicle = (vehicle: VehicleInput, path: string, known: Known & { accidentOn: string }): void => {
  needVehicle(vehicle.tractor, `${path}.tractor`, known);
  if (vehicle.tractor === vehicle.id) known.ledger.fail('settle.contradiction', `${path}.tractor`, { reason: 'own-tractor' });
  const motor = (vehicle.kind ?? 'motor') === 'motor';
  if (motor && vehicle.compulsory === undefined && known.accidentOn >= '2006-07-01')
    known.ledger.fail('settle.missing-input', `${path}.compulsory`);
  (vehicle.compulsory?.given ?? []).forEach((share, index) => needVictim(share.victim, `${path}.compulsory.given[${index}].victim`, known));
  (vehicle.commercial?.exclusions ?? []).forEach((entry, index) =>
    needVictim(entry.victim, `${path}.commercial.exclusions[${index}].victim`, known),
  );
  (vehicle.commercial?.nonInsuredDrugs ?? []).forEach((entry, index) =>
    needVictim(entry.victim, `${path}.commercial.nonInsuredDrugs[${index}].victim`, known),
  );
};

const checkVictim = (victim: VictimInput, path: string, known: Known): void => {
  needVehicle(victim.inVehicle, `${path}.inVehicle`, known);
  for (const id of Object.keys(victim.ratios ?? {})) needVehicle(id, `${path}.ratios.${id}`, known);
  const pedestrian = (victim.position ?? 'pedestrian') === 'pedestrian';
  if (pedestrian && victim.inVehicle !== undefined)
    known.ledger.fail('settle.contradiction', `${path}.inVehicle`, { position: victim.position ?? 'pedestrian' });
  if (victim.position === 'passenger' && victim.inVehicle === undefined) known.ledger.fail('settle.missing-input', `${path}.inVehicle`);
  if (victim.participation?.applies === true && victim.participation.rate === undefined) {
    known.ledger.fail('settle.missing-input', `${path}.participation.rate`);
  }
};

const checkAdvances = (input: CaseInput, known: Known): void => {
  for (const [index, advance] of (input.advances ?? []).entries()) {
    const path = `advances[${index}]`;
    needVictim(advance.victim, `${path}.victim`, known);
    needVehicle(advance.vehicle, `${path}.vehicle`, known);
    const needsVehicle = advance.by !== 'fund' && advance.by !== 'other';
    if (needsVehicle && advance.vehicle === undefined) known.ledger.fail('settle.missing-input', `${path}.vehicle`);
    if (advance.by === 'compulsory' && advance.group === undefined) known.ledger.fail('settle.missing-input', `${path}.group`);
  }
};

/** Checks what the schema cannot: order of dates, references, contradictions. Every problem names its path. */
export const checkCase = (input: CaseInput, ledger: Ledger): void => {
  const vehicleIds = input.vehicles.map((vehicle) => vehicle.id);
  const victimIds = input.victims.map((victim) => victim.id);
  const known: Known = { vehicles: new Set(vehicleIds), victims: new Set(victimIds), ledger };
  checkCaseDates(input, ledger);
  checkUnique(vehicleIds, 'vehicles', ledger);
  checkUnique(victimIds, 'victims', ledger);
  input.vehicles.forEach((vehicle, index) => checkVehicle(vehicle, `vehicles[${index}]`, { ...known, accidentOn: input.accident.on }));
  input.victims.forEach((victim, index) => {
    checkVictim(victim, `victims[${index}]`, known);
    checkVictimDates(victim, `victims[${index}]`, { accidentOn: input.accident.on, ledger });
  });
  checkAdvances(input, known);
};
