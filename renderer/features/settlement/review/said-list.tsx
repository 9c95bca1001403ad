import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import { useEngineWords } from '../engine-words.ts';
import styles from './review.module.css';
import type { Watched } from './use-watch.ts';

type Entity = LiveSettlement['errors'][number]['place']['entity'];
type Props = { live: LiveSettlement; watched: readonly Watched[]; onGo: (place: { entity: Entity; id: string | null }) => void };

/** Most sentences shown at once; the rest is counted. */
const most = 8;

/** What the calculation still needs, and what a reader must know; each leads to its field. */
export const SaidList = ({ live, watched, onGo }: Props) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  const said = [
    ...live.errors.map((one) => ({ tone: 'error', key: `${one.code} ${one.path}`, text: words.error(one), place: one.place })),
    ...live.remarks.map((one) => ({ tone: 'warning', key: `${one.code} ${one.path}`, text: words.remark(one), place: one.place })),
    ...watched.map((one) => ({ ...one, tone: 'warning' })),
  ];
  if (said.length === 0) return <p className={styles['second']}>{t('settlement.said.nothing')}</p>;
  return (
    <ul className={styles['said']}>
      {said.slice(0, most).map(({ tone, key, text, place }) => (
        <li key={key} data-tone={tone}>
          <Button type="link" size="small" onClick={() => onGo(place)}>
            {text}
          </Button>
        </li>
      ))}
      {said.length > most ? <li className={styles['second']}>{t('settlement.said.more', { count: said.length - most })}</li> : null}
    </ul>
  );
};
