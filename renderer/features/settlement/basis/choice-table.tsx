import { useTranslation } from 'react-i18next';
import type { LiveChoice } from '../../../../shared/settlement/file/live.ts';
import { useEngineWords } from '../engine-words.ts';
import styles from '../item/item.module.css';
import { MarkTag } from '../item/mark-tag.tsx';

/** Every question the law leaves open: what is used, whether somebody chose it, what is suggested, why and from which source. */
export const ChoiceTable = ({ choices }: { choices: readonly LiveChoice[] }) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  if (choices.length === 0) return null;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {(['question', 'used', 'suggestion', 'why', 'mark'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`settlement.basis.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choices.map((choice) => (
          <tr key={`${choice.key}-${choice.path}`}>
            <th scope="row">{words.choice(choice)}</th>
            <td>
              {words.value(choice.value)}{' '}
              <span className={styles['second']}>{t(choice.given ? 'settlement.basis.given' : 'settlement.basis.default')}</span>
            </td>
            <td>{choice.suggestion === '' ? '—' : words.value(choice.suggestion)}</td>
            <td>{[words.reason(choice.reason), choice.source].filter(Boolean).join(' · ')}</td>
            <td>
              <MarkTag mark={choice.mark} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
