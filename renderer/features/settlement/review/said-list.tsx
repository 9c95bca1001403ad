import { Button } from 'antd';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveError, LiveRemark, LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import { useEngineWords } from '../engine-words.ts';
import styles from './review.module.css';
import type { Place, Watched } from './watched.ts';

type Props = {
  live: LiveSettlement;
  watched: readonly Watched[];
  /** What an item is called, so that a sentence about its fields says whose they are. */
  nameOf: (itemId: string) => string;
  onGo: (place: Place) => void;
};

/** Most sentences shown at once; the rest is counted. */
const most = 8;

const SentenceLine = memo(
  ({ said: { tone, text, place }, onGo }: { said: Watched; onGo: (place: Place) => void }) => (
    <li data-tone={tone}>
      <Button type="link" size="small" onClick={() => onGo(place)}>
        {text}
      </Button>
    </li>
  ),
  (a, b) => a.said.key === b.said.key && a.said.text === b.said.text && a.said.place.id === b.said.place.id,
);

/** What the calculation still needs, and what a reader must know; each leads to its field. What is missing comes first. */
export const SaidList = ({ live, watched, nameOf, onGo }: Props) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  const said = useMemo(() => {
    const of = ({ entity, id }: Place, text: string): string => (entity === 'damageItem' && id !== null ? `${nameOf(id)} · ${text}` : text);
    const line = (tone: Watched['tone'], { code, path, place }: LiveError | LiveRemark, text: string): Watched => ({
      tone,
      key: `${code} ${path}`,
      text: of(place, text),
      place,
    });
    const all: Watched[] = [
      ...live.errors.map((one) => line('error', one, words.error(one))),
      ...live.remarks.map((one) => line('warning', one, words.remark(one))),
      ...watched,
    ];
    return all.toSorted((a, b) => Number(a.tone === 'warning') - Number(b.tone === 'warning'));
  }, [live, watched, nameOf, words]);
  if (said.length === 0) return <p className={styles['second']}>{t('settlement.said.nothing')}</p>;
  return (
    <ul className={styles['said']}>
      {said.slice(0, most).map((one) => (
        <SentenceLine key={one.key} said={one} onGo={onGo} />
      ))}
      {said.length > most ? <li className={styles['second']}>{t('settlement.said.more', { count: said.length - most })}</li> : null}
    </ul>
  );
};
