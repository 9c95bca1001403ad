import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../../../shared/kernel/dates.ts';
import { AccidentPanel } from '../../../features/case-file/accident-panel.tsx';
import { FactTable } from '../../../features/facts/fact-table.tsx';
import { MediationPanel } from '../../../features/mediations/mediation-panel.tsx';
import { PromiseList } from '../../../features/promises/promise-list.tsx';
import { promisesOf } from '../../../features/promises/promise-view.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWording } from '../../../i18n/wording.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import type { CasePanel } from '../../case-panel.ts';
import { useAttempt } from '../../use-attempt.ts';
import styles from '../case-page.module.css';
import { PaperSection } from './paper-section.tsx';
import { ToldSection } from './told-section.tsx';

type Props = CasePanel & { now: string; onTell: ((topicId: string) => void) | null };

/** Asked in the accident form already; a second field would be the same thing typed twice. */
const inAccidentForm = new Set(['accidentCourse', 'accidentPlaceTime', 'hopes', 'worries', 'advanceNeeded']);

/** Step 1: what happened, who is hurt, what is hoped and feared, what was told, when we speak again. */
export const CallbackPane = ({ file, can, now, onTell, partyId }: Props) => {
  const { t } = useTranslation();
  const { facts } = useWording();
  const topics = facts.filter((topic) => topic.subject === 'case' && topic.steps.includes(1) && !inAccidentForm.has(topic.id));
  return (
    <>
      <AccidentPanel row={file.case} readOnly={!can('case.edit')} />
      <FactTable title={t('steps.pane.heard')} file={file} partyId={null} topics={topics} now={now} readOnly={!can('fact.add')} />
      <ToldSection file={file} partyId={partyId} step={1} now={now} onTell={onTell} />
      <div role="group" aria-label={t('promises.list.title')}>
        <div className={styles['head']}>
          <strong>{t('promises.list.title')}</strong>
        </div>
        <PromiseList caseId={file.case.id} promises={promisesOf(file, null)} now={now} readOnly={!can('promise.settle')} />
      </div>
    </>
  );
};

/** Whether treatment has ended: the end of following up, and the start of the review. */
const TreatmentEnd = ({ file, partyId, can }: CasePanel) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const party = file.parties.find((one) => one.id === partyId);
  if (party === undefined) return null;
  const set = async (treatmentEnded: boolean): Promise<void> => {
    const problem = await attempt((api) =>
      api.parties.edit({ caseId: file.case.id, partyId: party.id, seen: party.rev, values: { treatmentEnded } }),
    );
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const ended = party.treatmentEnded === true;
  return (
    <div className={styles['head']}>
      <strong>{t('steps.pane.treatment')}</strong>
      <span>{t(ended ? 'steps.pane.treatmentEnded' : 'steps.pane.inTreatment')}</span>
      {can('party.edit') ? (
        <Button size="small" onClick={() => void set(!ended)}>
          {t(ended ? 'steps.pane.treatmentGoesOn' : 'steps.pane.endTreatment')}
        </Button>
      ) : null}
    </div>
  );
};

/** When each side was last reached, so that nobody waits in silence. */
const BothSides = ({ file, partyId, now }: Pick<CasePanel, 'file' | 'partyId'> & { now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const last = (sides: readonly string[]): string | null =>
    file.logs
      .filter(
        (log) =>
          log.voidReason === null &&
          log.outcome === 'reached' &&
          sides.includes(log.counterpart) &&
          (log.partyId === null || log.partyId === partyId),
      )
      .map((log) => log.contactAt)
      .toSorted()
      .at(-1) ?? null;
  const words = (at: string | null): string => (at === null ? t('steps.pane.neverReached') : format.day(chinaDateOf(at), now));
  return (
    <div className={styles['head']}>
      <strong>{t('steps.pane.lastReached')}</strong>
      <span>{t('steps.pane.insuredSide', { at: words(last(['insured', 'driver'])) })}</span>
      <span>{t('steps.pane.injuredSide', { at: words(last(['injured', 'family'])) })}</span>
    </div>
  );
};

/** Step 4: both sides are spoken to, promises are kept, missing things are named, and the treatment ends. */
export const FollowUpPane = ({ file, partyId, can, now, onTell }: Props) => {
  const { t } = useTranslation();
  const { facts } = useWording();
  const person = facts.filter((topic) => topic.subject === 'person' && topic.steps.includes(4));
  const shared = facts.filter((topic) => topic.subject === 'case' && topic.steps.includes(4) && !inAccidentForm.has(topic.id));
  const readOnly = !can('fact.add');
  return (
    <>
      <TreatmentEnd file={file} partyId={partyId} can={can} />
      <BothSides file={file} partyId={partyId} now={now} />
      <PaperSection file={file} partyId={partyId} can={can} now={now} />
      <div role="group" aria-label={t('promises.list.title')}>
        <div className={styles['head']}>
          <strong>{t('promises.list.title')}</strong>
        </div>
        <PromiseList caseId={file.case.id} promises={promisesOf(file, partyId)} now={now} readOnly={!can('promise.settle')} />
      </div>
      {partyId === null ? null : <MediationPanel file={file} partyId={partyId} now={now} mayRecord={can('contact.record')} />}
      <ToldSection file={file} partyId={partyId} step={4} now={now} onTell={onTell} />
      <FactTable title={t('steps.pane.progress')} file={file} partyId={partyId} topics={person} now={now} readOnly={readOnly} />
      <FactTable title={t('steps.pane.missing')} file={file} partyId={null} topics={shared} now={now} readOnly={readOnly} />
    </>
  );
};
