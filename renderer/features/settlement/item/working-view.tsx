import { useTranslation } from 'react-i18next';
import type { AssessedItem } from '../../../../shared/damages/engine/assess.ts';
import type { FigureUse } from '../../../../shared/damages/engine/ledger.ts';
import type { StandardsPack } from '../../../../shared/damages/engine/standards-pack.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { formulaKey } from './formula-key.ts';
import styles from './item.module.css';
import { MarkTag } from './mark-tag.tsx';

type Props = { head: AssessedItem; figures: readonly FigureUse[]; pack: StandardsPack | null };

/** How the computed amount came about: formula, numbers, article, rounding; every parameter with region, year, source and mark. */
export const WorkingView = ({ head, figures, pack }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { working } = head;
  const key = formulaKey(working.formula);
  // A given amount stands; what the rule would give is said beside it, never as its result.
  const isGiven = working.formula === 'given';
  return (
    <section aria-label={t('settlement.working.title')}>
      <dl className={styles['facts']}>
        <dt>{t('settlement.working.formula')}</dt>
        <dd>{key === undefined ? working.formula : t(`settlement.formula.${key}`)}</dd>
        <dt>{t('settlement.working.values')}</dt>
        <dd className="tabular">
          {working.values} = <strong>{format.amount(isGiven ? head.amountFen : (head.computedFen ?? head.amountFen))}</strong>
        </dd>
        {isGiven && head.computedFen !== null ? (
          <>
            <dt>{t('settlement.working.byRule')}</dt>
            <dd className="tabular">{format.amount(head.computedFen)}</dd>
          </>
        ) : null}
        <dt>{t('settlement.working.article')}</dt>
        <dd>{working.article === '' ? '—' : working.article}</dd>
        <dt>{t('settlement.working.rounding')}</dt>
        <dd>{t('settlement.working.halfUp')}</dd>
        <dt>{t('settlement.working.group')}</dt>
        <dd>{t(`settle.groups.${head.group}`)}</dd>
      </dl>
      {working.inputs.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('settlement.working.parameter')}</th>
              <th scope="col">{t('settlement.working.value')}</th>
              <th scope="col">{t('settlement.working.source')}</th>
              <th scope="col">{t('settlement.working.mark')}</th>
            </tr>
          </thead>
          <tbody>
            {working.inputs.map((input, index) => {
              const figure =
                figures.find((one) => one.path === input.path && one.value === input.value) ??
                pack?.figures.find((one) => one.source === input.source && one.value === input.value);
              const where = figure === undefined ? '' : [figure.region, figure.year, figure.series].filter(Boolean).join(' ');
              return (
                <tr key={`${input.path}-${index}`}>
                  <th scope="row">{t(`settlement.field.${input.name}`, { defaultValue: input.name })}</th>
                  <td className="tabular">
                    {figure === undefined ? input.value : t('settlement.working.yearly', { amount: input.value })}
                  </td>
                  <td>{[where, input.source].filter(Boolean).join(' · ') || t('settlement.working.typed')}</td>
                  <td>
                    <MarkTag mark={input.mark} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {working.parts.length === 0 ? null : (
        <table className={styles['table']}>
          <tbody>
            {working.parts.map((part) => (
              <tr key={part.label}>
                <th scope="row">{part.label}</th>
                <td className="tabular">{part.values}</td>
                <td className="tabular">{format.amount(part.amountFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
