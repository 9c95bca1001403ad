import { entityByName } from '../../../shared/sync/entities.ts';

/** On which step of the case the form of an entity stands. */
const stepOf: Readonly<Record<string, number>> = {
  case: 1,
  injuredParty: 2,
  diagnosis: 3,
  doubt: 3,
  treatmentEstimate: 3,
  treatmentEvent: 3,
  injuryMark: 3,
  paper: 4,
  paperRequest: 4,
  damageItem: 5,
  deduction: 5,
  offer: 5,
  payment: 5,
  escalation: 6,
  advance: 6,
  mediationRound: 6,
};

export const repairStep = (entity: string | undefined): number | null => (entity === undefined ? null : (stepOf[entity] ?? null));

type Answers = { options?: readonly string[]; unwrap?: () => Answers };

/** The answers a field offers; empty when it takes free input. */
export const answersOf = (entity: string, field: string): readonly string[] => {
  const schema = entityByName(entity)?.fields[field]?.schema as unknown as Answers | undefined;
  const options = schema?.options ?? schema?.unwrap?.().options ?? [];
  return options.filter((one) => typeof one === 'string');
};

/** What a person typed is never taken for an answer, whatever it says. */
export const isFreeText = (entity: string, field: string): boolean => {
  const own = entityByName(entity)?.fields[field];
  return own !== undefined && own.merge !== 'state' && answersOf(entity, field).length === 0;
};

export const columnOf = (entity: string, field: string): 'text' | 'integer' | 'json' =>
  entityByName(entity)?.fields[field]?.column ?? 'text';
