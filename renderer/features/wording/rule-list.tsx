import { useTranslation } from 'react-i18next';
import { useWording } from '../../i18n/wording.ts';
import styles from './wording.module.css';

/** Every rule with the phrases it looks for and the better words. */
export const RuleList = () => {
  const { t } = useTranslation();
  const { rules, say } = useWording();
  return (
    <ul className={styles['rules']}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <strong>{rule.phrases.slice(0, 4).join(' / ') || t(`wording.number.${rule.number ?? 'idNumber'}`)}</strong>{' '}
          <span className={styles['second']}>{say(rule.why)}</span>
          <div>{t('wording.better', { words: say(rule.better) })}</div>
        </li>
      ))}
    </ul>
  );
};
