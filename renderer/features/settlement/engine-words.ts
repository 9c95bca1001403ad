import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact } from '../../../shared/damages/engine/ledger.ts';
import type { LiveChoice, LiveError, LiveRemark } from '../../../shared/settlement/file/live.ts';

const isNumber = (part: string): boolean => /^\d+$/.test(part);

/** `inputs.lines.0.days` as "line 1, days". Names that have no word stay as they are in the file format. */
export const fieldWords = (t: TFunction, field: string): string =>
  field
    .split('.')
    .filter((part) => part !== '' && part !== 'inputs')
    .map((part) => (isNumber(part) ? t('settlement.line', { n: Number(part) + 1 }) : t(`settlement.field.${part}`, { defaultValue: part })))
    .join(' · ');

const factWords = (facts: Readonly<Record<string, Fact>>, names: readonly string[]): string =>
  names
    .filter((name) => facts[name] !== undefined && facts[name] !== '')
    .map((name) => String(facts[name]))
    .join(' · ');

/** Facts that tell a reader more than the code alone. */
const telling = [
  'region',
  'year',
  'series',
  'age',
  'days',
  'limit',
  'carers',
  'given',
  'byRule',
  'computed',
  'years',
  'ruleSet',
  'reason',
  'article',
];

const code = (full: string): string => full.replace(/^settle\./, '');

/** What the engine says, in the language on the screen. */
export const useEngineWords = () => {
  const { t } = useTranslation();
  return useMemo(() => {
    const place = (field: string): string => fieldWords(t, field);
    const more = (facts: Readonly<Record<string, Fact>>): string => {
      const words = factWords(facts, telling);
      const suggestion = facts['suggestion'];
      const suggested = typeof suggestion === 'string' && suggestion !== '' ? t('settlement.suggested', { value: suggestion }) : '';
      return [words === '' ? '' : `(${words})`, suggested].filter(Boolean).join(' ');
    };
    return {
      place,
      error: ({ code: full, place: { field }, facts }: LiveError): string =>
        [place(field), t(`settle.errors.${code(full)}`), more(facts)].filter(Boolean).join(' '),
      remark: ({ code: full, facts }: LiveRemark): string => [t(`settle.remarks.${full}`), more(facts)].filter(Boolean).join(' '),
      choice: ({ key }: LiveChoice): string => t(`settlement.choice.${key}`, { defaultValue: key }),
      /** Values of a choice are names of the file format, numbers or texts that somebody gave. */
      value: (value: string): string => t(`settlement.value.${value.replaceAll('.', '_')}`, { defaultValue: value }),
      reason: (reason: string): string => t(`settlement.reason.${reason}`, { defaultValue: reason }),
    };
  }, [t]);
};
export type EngineWords = ReturnType<typeof useEngineWords>;
