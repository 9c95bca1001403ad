import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FactValue } from '../../../shared/facts/model.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { factWords } from '../../i18n/fact-words.ts';
import type { Format } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording, type Wording } from '../../i18n/wording.ts';
import { answersOf, isFreeText } from './row-fields.ts';
import { answerKeys, fieldKeys, isMark } from './row-words.ts';

/** Where a value stands: its row's other values say what a topic or a fact means; names stand for ids. */
export type Place = {
  entity: string;
  /** Null: the state of the row. */
  field: string | null;
  names?: Readonly<Record<string, string>>;
  row?: Readonly<Record<string, unknown>>;
};

type Named = Place & { field: string };

type Tools = {
  t: TFunction;
  format: Format;
  wording: Wording;
  /** The first of these keys that has a text. */
  first: (keys: readonly string[]) => string | null;
};

const shownOfMark = 8;

const entityWordOf = ({ t, first }: Tools, entity: string): string =>
  first([`search.entity.${entity}`, `rows.entity.${entity}`]) ?? t('search.entity.other');

/** Fields whose text is the id of something with a name of its own. */
const namedWord = (tools: Tools, { entity, field }: Named, text: string): string | null => {
  const { first, wording } = tools;
  const { topicOf, factOf, papers, say } = wording;
  const nameOf = (one: { name: Parameters<Wording['say']>[0] } | undefined): string | null => (one === undefined ? null : say(one.name));
  if (field === 'targetEntity') return entityWordOf(tools, text);
  if (field === 'topic') return nameOf(entity === 'disclosure' ? topicOf(text) : (factOf(text) ?? topicOf(text)));
  if (field === 'wordingId') return nameOf(papers.find(({ id }) => id === text));
  if (field === 'field') return first(['escalation', 'injuredParty'].flatMap((one) => fieldKeys(one, text)));
  return field === 'kind' ? first([`sync.kind.${text}`, `undo.kind.${text}`]) : null;
};

const textWord = (tools: Tools, place: Named, text: string): string => {
  const { entity, field, names } = place;
  if (names?.[text] !== undefined) return names[text];
  if (field.endsWith('At') && !Number.isNaN(Date.parse(text))) return tools.format.instant(text);
  if (isMark(field)) return text.slice(0, shownOfMark);
  const answer = isFreeText(entity, field) ? null : tools.first(answerKeys(entity, field, text));
  return answer ?? namedWord(tools, place, text) ?? text;
};

const numberWord = ({ format, first }: Tools, { entity, field }: Named, value: number): string => {
  if (field.endsWith('Fen')) return format.money(value);
  if (field === 'step') return first([`common.step.${value}`]) ?? format.number(value);
  const isChoice = field === 'mood' || answersOf(entity, field).length > 0;
  return (isChoice ? first(answerKeys(entity, field, String(value))) : null) ?? format.number(value);
};

/** A value with parts, part by part; a part without a name says its value alone. */
const partsWord = (tools: Tools, place: Named, value: object): string => {
  const { t, first } = tools;
  if (Array.isArray(value)) {
    const between = value.some((one) => typeof one === 'object') ? 'rows.text.between' : 'common.list.comma';
    return value.map((one) => wordOf(tools, { ...place, field: 'list' }, one)).join(t(between));
  }
  return Object.entries(value)
    .filter(([name, part]) => part !== null && part !== '' && !name.endsWith('Id'))
    .map(([name, part]) => {
      const said = wordOf(tools, { ...place, field: name }, part);
      const known = first(fieldKeys(place.entity, name));
      return known === null ? said : t('rows.text.pair', { name: known, value: said });
    })
    .join(t('rows.text.within'));
};

const objectWord = (tools: Tools, place: Named, value: object): string => {
  const { t, format, wording } = tools;
  if (place.field === 'signature') return t('rows.text.signed');
  const isFact = place.entity === 'fact' && place.field === 'value';
  const topic = isFact ? wording.factOf(String(place.row?.['topic'] ?? '')) : undefined;
  return topic === undefined ? partsWord(tools, place, value) : factWords({ t, format, say: wording.say }, topic, value as FactValue);
};

const wordOf = (tools: Tools, place: Place, value: unknown): string => {
  const { t } = tools;
  if (value === null || value === undefined || value === '') return t('sync.conflict.empty');
  const named = { ...place, field: place.field ?? entityByName(place.entity)?.states?.field ?? 'state' };
  if (typeof value === 'boolean') return t(value ? 'common.answer.yes' : 'common.answer.no');
  if (typeof value === 'number') return numberWord(tools, named, value);
  return typeof value === 'object' ? objectWord(tools, named, value) : textWord(tools, named, String(value));
};

/** Names and values as the person knows them from the forms. Nothing is shown as it is stored but what a person wrote. */
export const useValueWords = () => {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const wording = useWording();
  const first = (keys: readonly string[]): string | null => {
    const found = keys.find((key) => i18n.exists(key) && typeof i18n.getResource(i18n.language, 'translation', key) !== 'object');
    return found === undefined ? null : t(found);
  };
  const tools: Tools = { t, format, wording, first };
  return {
    entityWord: (entity: string): string => entityWordOf(tools, entity),
    fieldWord: (entity: string, field: string): string => first(fieldKeys(entity, field)) ?? t('rows.text.unnamed'),
    valueWord: (place: Place, value: unknown): string => wordOf(tools, place, value),
  };
};
