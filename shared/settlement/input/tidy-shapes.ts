type Loose = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);

const mapObject = (value: unknown, change: (value: Loose) => Loose): unknown => (isObject(value) ? change(value) : value);
const mapList = (value: unknown, change: (value: Loose) => Loose): unknown =>
  Array.isArray(value) ? value.map((entry: unknown) => mapObject(entry, change)) : value;

/** Replaces a field only where it is given. */
const withField = (value: Loose, key: string, change: (inner: unknown) => unknown): Loose =>
  value[key] === undefined ? value : { ...value, [key]: change(value[key]) };

const renamed = (value: Loose, from: string, to: string): Loose => {
  if (value[from] === undefined || value[to] !== undefined) return value;
  const { [from]: moved, ...rest } = value;
  return { ...rest, [to]: moved };
};

/** An item that is written as a list means the list of its rule. */
const listFields: Readonly<Record<string, string>> = {
  medical: 'bills',
  followUpTreatment: 'lines',
  rehabilitation: 'lines',
  hospitalMeals: 'lines',
  nutrition: 'lines',
  lostIncome: 'lines',
  nursing: 'lines',
  nursingDependence: 'lines',
  transport: 'receipts',
  lodging: 'receipts',
  property: 'receipts',
  appraisalFee: 'receipts',
  assistiveDevice: 'devices',
  dependantsLiving: 'people',
};

const asList = (value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value]);

/** `"居民服务"` names a series; an amount stays an amount. */
const asFigure = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' && !/^[\d.]+$/.test(value) ? { series: value } : value;

const tidyLine = (line: Loose): Loose => withField(line, 'industry', asFigure);

const tidyItem = (item: Loose): Loose => {
  const lines = withField(tidyLine(item), 'lines', (inner) => mapList(inner, tidyLine));
  const people = withField(lines, 'people', (inner) => mapList(inner, (person) => renamed(person, 'name', 'label')));
  return withField(people, 'grades', asList);
};

const tidyItems = (items: Loose): Loose =>
  Object.fromEntries(
    Object.entries(items).map(([key, item]) => {
      const list = listFields[key];
      return [key, mapObject(Array.isArray(item) && list !== undefined ? { [list]: item as unknown } : item, tidyItem)];
    }),
  );

const tidyVictim = (victim: Loose): Loose => withField(renamed(victim, 'name', 'label'), 'items', (items) => mapObject(items, tidyItems));

/** What the ratio says about a side that has no police finding of its own (a work site, an e-bike rider). */
const faultOfRatio = (ratio: unknown): string | undefined => {
  const share = typeof ratio === 'string' && ratio.endsWith('%') ? Number(ratio.slice(0, -1)) / 100 : Number(ratio ?? Number.NaN);
  if (Number.isNaN(share)) return undefined;
  if (share >= 1) return 'full';
  if (share === 0.5) return 'equal';
  return share === 0 ? 'none' : share > 0.5 ? 'main' : 'minor';
};

const withFault = (vehicle: Loose, vehicles: readonly unknown[]): Loose => {
  if (vehicle['fault'] !== undefined) return vehicle;
  const tractor = vehicles.find((other) => isObject(other) && other['id'] === vehicle['tractor']);
  const isRatedAlone = vehicle['kind'] === 'nonMotor' || vehicle['kind'] === 'other';
  const fault = isObject(tractor) ? tractor['fault'] : isRatedAlone ? faultOfRatio(vehicle['ratio']) : undefined;
  return fault === undefined ? vehicle : { ...vehicle, fault };
};

const tidyVehicle = (vehicle: Loose): Loose => {
  const compulsory = withField(vehicle, 'compulsory', (cover) => (typeof cover === 'boolean' ? { insured: cover } : cover));
  const named = withField(compulsory, 'commercial', (cover) =>
    typeof cover === 'number' || (typeof cover === 'string' && /^\d+(\.\d+)?$/.test(cover)) ? { limit: cover } : cover,
  );
  return renamed(named, 'name', 'label');
};

const idsOf = (list: unknown): unknown[] => (Array.isArray(list) ? list.flatMap((entry) => (isObject(entry) ? [entry['id']] : [])) : []);

/** With one injured person, or one vehicle that has the paying cover, an advance need not name it. */
const tidyAdvance = (advance: Loose, file: Loose): Loose => {
  const victims = idsOf(file['victims']);
  const { by } = advance;
  const vehicles = Array.isArray(file['vehicles']) ? file['vehicles'].filter(isObject) : [];
  const having = vehicles.filter((vehicle) => (by === 'person' ? vehicle['kind'] !== 'trailer' : vehicle[String(by)] !== undefined));
  const needsVehicle = by !== 'fund' && by !== 'other' && advance['vehicle'] === undefined;
  return {
    ...(victims.length === 1 && advance['victim'] === undefined ? { victim: victims[0] } : {}),
    ...(needsVehicle && having.length === 1 ? { vehicle: having[0]?.['id'] } : {}),
    ...advance,
  };
};

/** Short forms of the file: one value for a list, a yes for a cover, an advance where nobody else can be meant. */
export const tidyShapes = (value: unknown): unknown =>
  mapObject(value, (file) => {
    const people = withField(file, 'victims', (list) => mapList(list, tidyVictim));
    const cars = withField(people, 'vehicles', (list) => mapList(list, tidyVehicle));
    const { vehicles } = cars;
    const rated = withField(cars, 'vehicles', (list) =>
      mapList(list, (vehicle) => withFault(vehicle, Array.isArray(vehicles) ? (vehicles as unknown[]) : [])),
    );
    const dated = withField(rated, 'accident', (accident) => (typeof accident === 'string' ? { on: accident } : accident));
    return withField(dated, 'advances', (list) => mapList(list, (advance) => tidyAdvance(advance, dated)));
  });
