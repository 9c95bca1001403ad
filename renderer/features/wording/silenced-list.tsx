import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Silenced } from '../../../shared/wording/contract.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './wording.module.css';

/** What one has put aside on this machine, why and when; each can be brought back. */
export const SilencedList = ({ rows }: { rows: readonly Silenced[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  if (rows.length === 0) return <p className={styles['second']}>{t('wording.noneSilenced')}</p>;
  return (
    <ul className={styles['rules']}>
      {rows.map(({ ruleId, phrase, reason, at }) => (
        <li key={`${ruleId} ${phrase}`}>
          <q>{phrase}</q> <span className={styles['second']}>{t('wording.silencedWhy', { at: format.instant(at), reason })}</span>{' '}
          <Button size="small" type="link" onClick={() => void attempt((api) => api.wording.suggestAgain({ ruleId, phrase }))}>
            {t('wording.suggestAgain')}
          </Button>
        </li>
      ))}
    </ul>
  );
};
