import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../../shared/settlement/suggest/suggestion.ts';
import { useEngineWords } from '../engine-words.ts';
import styles from '../item/item.module.css';
import { MarkTag } from '../item/mark-tag.tsx';

type Props = { suggestions: readonly Suggestion[]; onTake: ((one: Suggestion) => void) | null };

/** A law or a publication is named; a field of this file is what the reason says already. */
const sourceWords = (source: string): string => (/^[a-z]+\.[A-Za-z]+$/.test(source) ? '' : source);

/** What the file speaks for, with reason and mark. Nothing is used until somebody takes it. */
export const SuggestionList = ({ suggestions, onTake }: Props) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  if (suggestions.length === 0) return null;
  return (
    <div className={styles['part']}>
      <h3>{t('settlement.basis.suggested')}</h3>
      {suggestions.map((one) => (
        <div key={`${one.entity}-${one.field}-${one.reason}`} className={styles['suggestion']}>
          <span>
            {words.place(one.field)}
            {one.shown !== undefined ? `: ${one.shown}` : typeof one.value === 'object' ? '' : `: ${words.value(String(one.value))}`} ·{' '}
            {[words.reason(one.reason), sourceWords(Object.values(one.sources)[0]?.source ?? '')].filter(Boolean).join(' · ')}
          </span>
          <MarkTag mark={Object.values(one.sources)[0]?.mark ?? 'U'} />
          {onTake === null ? null : (
            <Button size="small" onClick={() => onTake(one)}>
              {t('settlement.take')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
};
