import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { TreatmentEvent } from '../../../shared/doctors/model.ts';
import type { TimelineFinding } from '../../../shared/doctors/treatment-timeline.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './doctors.module.css';
import { FindingList } from './finding-list.tsx';
import type { Finding } from './findings.ts';
import { TreatmentChart } from './treatment-chart.tsx';
import { TreatmentDialog } from './treatment-dialog.tsx';
import chartStyles from './treatment.module.css';
import { chartOf, treatmentsOf } from './treatment-view.ts';
import { VoidDialog } from './void-dialog.tsx';

type Props = { file: CaseFile; partyId: string; today: string; readOnly: boolean };

const useNames = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const days = ({ kind, fromOn, untilOn }: TreatmentEvent): string => {
    if (untilOn !== null) return untilOn === fromOn ? untilOn : `${fromOn ?? ''} → ${untilOn}`;
    return kind === 'stay' ? `${fromOn ?? ''} → ${t('doctors.treatment.today')}` : (fromOn ?? '');
  };
  const nameOf = (event: TreatmentEvent): string => `${t(`doctors.treatment.kind.${event.kind}`)} ${days(event)}`;
  const more = ({ hospital, amountFen, note, source }: TreatmentEvent): string =>
    [hospital, amountFen === null ? null : format.money(amountFen), note, source === null ? null : t(`doctors.source.${source}`)]
      .filter(Boolean)
      .join(' · ');
  return { nameOf, more };
};

const useFinding = (): ((found: TimelineFinding) => Finding) => {
  const { t } = useTranslation();
  return ({ rule, ids, fromOn, untilOn, days }) => ({
    key: `${rule}${ids.join()}`,
    rule,
    text: t(`doctors.proposal.${rule}`, { from: fromOn, until: untilOn, days }),
    askWhom: t(`doctors.ask.${rule}`),
    token: fromOn,
  });
};

/** The course of treatment over time, with gaps, overlaps and bills that stand alone. */
export const TreatmentSection = ({ file, partyId, today, readOnly }: Props) => {
  const { t } = useTranslation();
  const { nameOf, more } = useNames();
  const toFinding = useFinding();
  const [editing, setEditing] = useState<TreatmentEvent | 'new' | null>(null);
  const [voiding, setVoiding] = useState<TreatmentEvent | null>(null);
  const events = treatmentsOf(file, partyId);
  const chart = chartOf(file, partyId, today);
  const findings = chart?.findings ?? [];
  return (
    <section aria-label={t('doctors.treatment.title')}>
      <div className={styles['head']}>
        <strong>{t('doctors.treatment.title')}</strong>
        {chart?.accident === null || chart === null ? null : (
          <span className={styles['second']}>{t('doctors.treatment.accidentLine')}</span>
        )}
        {readOnly ? null : (
          <Button size="small" onClick={() => setEditing('new')}>
            {t('doctors.treatment.add')}
          </Button>
        )}
      </div>
      {chart === null ? (
        <p className={styles['second']}>{t('doctors.treatment.none')}</p>
      ) : (
        <TreatmentChart
          chart={chart}
          label={t('doctors.treatment.chart', {
            from: chart.fromOn,
            until: chart.untilOn,
            count: events.length,
            findings: findings.length,
          })}
        />
      )}
      <ul className={chartStyles['events']} aria-label={t('doctors.treatment.list')}>
        {events.map((event) => (
          <li key={event.id}>
            <strong className="tabular">{nameOf(event)}</strong> <span className={styles['second']}>{more(event)}</span>{' '}
            {readOnly ? null : (
              <>
                <Button
                  type="link"
                  size="small"
                  aria-label={t('doctors.treatment.editOf', { what: nameOf(event) })}
                  onClick={() => setEditing(event)}
                >
                  {t('doctors.treatment.change')}
                </Button>{' '}
                <Button
                  type="link"
                  size="small"
                  aria-label={t('doctors.void.of', { what: nameOf(event) })}
                  onClick={() => setVoiding(event)}
                >
                  {t('doctors.void.short')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <FindingList file={file} partyId={partyId} findings={findings.map(toFinding)} readOnly={readOnly} />
      {editing === null ? null : (
        <TreatmentDialog file={file} partyId={partyId} event={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {voiding === null ? null : (
        <VoidDialog caseId={file.case.id} entity="treatmentEvent" id={voiding.id} what={nameOf(voiding)} onClose={() => setVoiding(null)} />
      )}
    </section>
  );
};
