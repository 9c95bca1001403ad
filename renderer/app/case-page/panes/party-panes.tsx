import { useTranslation } from 'react-i18next';
import { stayOf } from '../../../../shared/doctors/stay.ts';
import { chinaDateOf } from '../../../../shared/kernel/dates.ts';
import { BodySection } from '../../../features/doctors/body-section.tsx';
import { DiagnosisPanel } from '../../../features/doctors/diagnosis-panel.tsx';
import { DoubtList } from '../../../features/doctors/doubt-list.tsx';
import { EstimateCard } from '../../../features/doctors/estimate-card.tsx';
import { PeriodsSection } from '../../../features/doctors/periods-section.tsx';
import { TreatmentSection } from '../../../features/doctors/treatment-section.tsx';
import { FactTable } from '../../../features/facts/fact-table.tsx';
import { PartyPanel } from '../../../features/parties/party-panel.tsx';
import { useWording } from '../../../i18n/wording.ts';
import type { CasePanel } from '../../case-panel.ts';
import styles from '../case-page.module.css';
import { Photos } from './photos.tsx';
import { DriftCard } from '../drift-card.tsx';
import { StatementSection } from './statement-section.tsx';
import { ToldSection } from './told-section.tsx';

type Props = CasePanel & { now: string; onTell: ((topicId: string) => void) | null };

/** Step 2: who the person is, how they live and work, and the accident in their own words. */
export const VisitPane = ({ file, partyId, can, now, onTell }: Props) => {
  const { t } = useTranslation();
  const { facts } = useWording();
  const party = file.parties.find((one) => one.id === partyId);
  if (party === undefined) return null;
  const topics = facts.filter((topic) => topic.subject === 'person' && topic.steps.includes(2));
  return (
    <>
      <PartyPanel
        caseId={file.case.id}
        party={party}
        stay={stayOf(party, file.treatments)}
        now={now}
        readOnly={!can('party.edit')}
        mayReveal={can('level1.reveal')}
        photos={<Photos file={file} partyId={party.id} readOnly={!can('attachment.add')} />}
      />
      <StatementSection file={file} partyId={party.id} can={can} />
      <DriftCard file={file} partyId={partyId} can={can} now={now} />
      <FactTable title={t('steps.pane.statement')} file={file} partyId={partyId} topics={topics} now={now} readOnly={!can('fact.add')} />
      <ToldSection file={file} partyId={partyId} step={2} now={now} onTell={onTell} />
    </>
  );
};

/** Step 3: what doctors said and wrote, what it will take and cost, and what does not fit. */
export const DoctorPane = ({ file, partyId, can, now, onTell }: Props) => {
  const { t } = useTranslation();
  const { facts } = useWording();
  if (partyId === null) return null;
  const covered = new Set(['diagnosisSpoken', 'treatmentPlan', 'expectedStay', 'expectedCost', 'outcomeExpected']);
  const topics = facts.filter((topic) => topic.subject === 'person' && topic.steps.includes(3) && !covered.has(topic.id));
  const readOnly = !can('doctor.record');
  return (
    <>
      <DiagnosisPanel file={file} partyId={partyId} today={chinaDateOf(now)} readOnly={readOnly} />
      <EstimateCard file={file} partyId={partyId} today={chinaDateOf(now)} readOnly={readOnly} />
      <BodySection file={file} partyId={partyId} readOnly={readOnly} />
      <TreatmentSection file={file} partyId={partyId} today={chinaDateOf(now)} readOnly={readOnly} />
      <PeriodsSection file={file} partyId={partyId} />
      <ToldSection file={file} partyId={partyId} step={3} now={now} onTell={onTell} />
      <section>
        <div className={styles['head']}>
          <strong>{t('doctors.doubt.title')}</strong>
        </div>
        <DoubtList file={file} partyId={partyId} readOnly={readOnly} />
      </section>
      <FactTable title={t('steps.pane.medical')} file={file} partyId={partyId} topics={topics} now={now} readOnly={!can('fact.add')} />
    </>
  );
};
