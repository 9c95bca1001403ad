import { useTranslation } from 'react-i18next';
import { entityByName } from '../../../shared/sync/entities.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** Where the texts of an entity's fields and answers live: its own feature's file. */
const slugsOf: Readonly<Record<string, readonly string[]>> = {
  case: ['case-file', 'cases'],
  injuredParty: ['parties'],
  contactLog: ['contacts'],
  question: ['contacts'],
  promise: ['promises', 'contacts'],
  disclosure: ['disclosures', 'contacts'],
  fact: ['facts'],
  drift: ['facts'],
  diagnosis: ['doctors'],
  doubt: ['doctors'],
  treatmentEstimate: ['doctors'],
  treatmentEvent: ['doctors'],
  damageItem: ['damages'],
  deduction: ['damages'],
  advance: ['advances'],
  escalation: ['escalations'],
  mediationRound: ['mediations'],
  offer: ['offers'],
  paper: ['papers'],
};

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
  return schema?.options ?? schema?.unwrap?.().options ?? [];
};

export const columnOf = (entity: string, field: string): 'text' | 'integer' | 'json' =>
  entityByName(entity)?.fields[field]?.column ?? 'text';

/** Names and values as the person knows them from the forms; what has no words is shown as it is stored. */
export const useValueWords = () => {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const first = (keys: readonly string[]): string | null => {
    const found = keys.find((key) => i18n.exists(key) && typeof i18n.getResource(i18n.language, 'translation', key) !== 'object');
    return found === undefined ? null : t(found);
  };
  const entityWord = (entity: string): string => first([`search.entity.${entity}`, `sync.entity.${entity}`]) ?? t('search.entity.other');
  const fieldWord = (entity: string, field: string): string =>
    first([...(slugsOf[entity] ?? []).map((slug) => `${slug}.field.${field}`), `sync.field.${field}`]) ?? field;
  const valueWord = (entity: string, field: string | null, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('sync.conflict.empty');
    if (typeof value === 'boolean') return t(value ? 'common.answer.yes' : 'common.answer.no');
    if (typeof value === 'number') return field?.endsWith('Fen') ? format.money(value) : format.number(value);
    if (typeof value === 'object') return JSON.stringify(value);
    const text = String(value);
    if (field?.endsWith('At') && !Number.isNaN(Date.parse(text))) return format.instant(text);
    return first((slugsOf[entity] ?? []).map((slug) => `${slug}.${field ?? 'state'}.${text}`)) ?? text;
  };
  return { entityWord, fieldWord, valueWord };
};
