import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDemo } from '../../app/use-demo.ts';
import styles from './vault.module.css';

export type Beginning = 'empty' | 'hub' | 'demo' | 'import';

type Props = { onBegin: (beginning: Beginning) => void };

/** Begin empty, with the company's hub, look at the invented demo file, or bring a list. */
export const BeginChoice = ({ onBegin }: Props) => {
  const { t } = useTranslation();
  const demo = useDemo(() => onBegin('demo'));
  const begin = (beginning: Beginning): void => (beginning === 'demo' ? demo.load() : onBegin(beginning));
  return (
    <div className={styles['ways']}>
      {(['empty', 'hub', 'demo', 'import'] as const).map((beginning) => (
        <button key={beginning} type="button" className={styles['way']} disabled={demo.percent !== null} onClick={() => begin(beginning)}>
          <strong>{t(`vault.begin.${beginning}`)}</strong>
          <span className={styles['text']}>{t(`vault.begin.${beginning}Why`)}</span>
        </button>
      ))}
      {demo.percent === null ? null : <Progress percent={demo.percent} aria-label={t('vault.begin.loading')} />}
    </div>
  );
};
