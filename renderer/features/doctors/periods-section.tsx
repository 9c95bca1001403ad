import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import {
  periodKinds,
  type DaysRange,
  type Governing,
  type PeriodEntry,
  type PeriodLine,
} from '../../../shared/doctors/reference-periods.ts';
import styles from './doctors.module.css';
import table from './periods.module.css';
import { annexRules, periodNotes, periodView, type ClaimedPeriod } from './period-view.ts';

type Props = { file: CaseFile; partyId: string };

const useDays = (): ((range: DaysRange) => string) => {
  const { t } = useTranslation();
  return (range) => {
    if (range === 'clinical') return t('doctors.periods.clinical');
    return range[1] === 0 ? t('doctors.periods.noneNeeded') : range[0] === range[1] ? `${range[0]}` : `${range[0]}–${range[1]}`;
  };
};

const EntryRow = ({ line, entry, first }: { line: PeriodLine; entry: PeriodEntry; first: boolean }) => {
  const { t, i18n } = useTranslation();
  const days = useDays();
  return (
    <tr>
      <th scope="row" className={table['injury']}>
        {first ? <strong>{line.icd10} </strong> : null}
        {i18n.language === 'zh-CN' ? entry.zh : entry.en}
        <span className={styles['second']}> {entry.code}</span>
        {entry.mark === 'U' ? <Tag color="warning">{t('doctors.periods.unverified')}</Tag> : null}
      </th>
      {periodKinds.map((kind) => (
        <td key={kind}>{days(entry[kind])}</td>
      ))}
    </tr>
  );
};

const GoverningCell = ({ range }: { range: Governing | null }) => {
  const { t } = useTranslation();
  if (range === null) return <>—</>;
  return (
    <>
      <strong>
        {range.min === range.max ? range.max : `${range.min}–${range.max}`}
        {range.verified ? '' : ' *'}
      </strong>
      {range.several ? <div className={styles['second']}>{t('doctors.periods.from', { icd10: range.icd10 })}</div> : null}
    </>
  );
};

const ClaimedCell = ({ claims }: { claims: readonly ClaimedPeriod[] }) => {
  const { t } = useTranslation();
  if (claims.length === 0) return <>—</>;
  return (
    <>
      {claims.map(({ itemId, days, warnings }) => (
        <div key={itemId}>
          {days === null ? t('doctors.periods.noDays') : days}
          {warnings.map((warning) => (
            <div key={warning} className={styles['missing']}>
              {t(`doctors.periods.warning.${warning}`)}
            </div>
          ))}
        </div>
      ))}
    </>
  );
};

/** Reference periods of GA/T 1193-2014 for the coded injuries, beside the days that are claimed. */
export const PeriodsSection = ({ file, partyId }: Props) => {
  const { t, i18n } = useTranslation();
  const view = periodView(file, partyId);
  const zh = i18n.language === 'zh-CN';
  return (
    <section aria-label={t('doctors.periods.title')}>
      <div className={styles['head']}>
        <strong>{t('doctors.periods.title')}</strong>
        <span className={styles['second']}>{t('doctors.periods.basis')}</span>
      </div>
      {view.lines.length === 0 ? (
        <p className={styles['second']}>{t('doctors.periods.noCode')}</p>
      ) : (
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{t('doctors.periods.injury')}</th>
              {periodKinds.map((kind) => (
                <th key={kind} scope="col">
                  {t(`doctors.periods.kind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line) =>
              line.entries.length === 0 ? (
                <tr key={line.icd10}>
                  <th scope="row" className={table['injury']}>
                    <strong>{line.icd10}</strong>
                  </th>
                  <td colSpan={3} className={styles['second']}>
                    {t('doctors.periods.unlisted')}
                  </td>
                </tr>
              ) : (
                line.entries.map((entry, i) => <EntryRow key={`${line.icd10}${entry.code}`} line={line} entry={entry} first={i === 0} />)
              ),
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('doctors.periods.governing')}</th>
              {periodKinds.map((kind) => (
                <td key={kind}>
                  <GoverningCell range={view.governing[kind]} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('doctors.periods.claimed')}</th>
              {periodKinds.map((kind) => (
                <td key={kind}>
                  <ClaimedCell claims={view.claimed[kind]} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
      <details className={table['rules']}>
        <summary>{t('doctors.periods.rules')}</summary>
        <ul>
          {annexRules.map(({ id, ...words }) => (
            <li key={id}>
              <strong>{id}</strong> {zh ? words.zh : words.en}
            </li>
          ))}
        </ul>
        <p>{zh ? periodNotes.zh : periodNotes.en}</p>
      </details>
    </section>
  );
};
