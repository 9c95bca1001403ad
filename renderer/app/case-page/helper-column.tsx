import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clocksOfParty } from '../../../shared/clocks/waiting.ts';
import { deriveCaseSignals } from '../../../shared/wording/signals.ts';
import { caseFeatures } from '../../../shared/wording/case-features.ts';
import { ClockList } from '../../features/case-file/clock-list.tsx';
import { ComplaintList, complaintsOf } from '../../features/complaints/complaint-card.tsx';
import { QuestionList } from '../../features/contacts/question-list.tsx';
import { openQuestions } from '../../features/contacts/timeline-view.ts';
import { toldLines } from '../../features/contacts/told.ts';
import { ToldList } from '../../features/contacts/told-list.tsx';
import { SmallBody } from '../../features/doctors/body-section.tsx';
import { marksOf } from '../../features/doctors/body-view.ts';
import { DoubtList } from '../../features/doctors/doubt-list.tsx';
import { AskList } from '../../features/facts/ask-list.tsx';
import { PaperCard } from '../../features/papers/paper-card.tsx';
import { PromiseList } from '../../features/promises/promise-list.tsx';
import { promisesOf } from '../../features/promises/promise-view.ts';
import { PhraseList } from '../../features/steps/phrase-list.tsx';
import { useWording } from '../../i18n/wording.ts';
import { Card } from '../../ui/card/card.tsx';
import type { CasePanel } from '../case-panel.ts';
import { DriftCard } from './drift-card.tsx';

type Props = CasePanel & { step: number; now: string; onTell: ((topicId: string) => void) | null };

/** The topics this case makes necessary, with what was told. */
export const useToldLines = ({ file, partyId }: Pick<CasePanel, 'file' | 'partyId'>) => {
  const { topics } = useWording();
  return useMemo(
    () => toldLines({ topics, signals: deriveCaseSignals(caseFeatures(file, partyId)), file, partyId }),
    [topics, file, partyId],
  );
};

/** Whatever must not be forgotten: clocks, questions, tellings, promises, doubts. */
export const HelperColumn = ({ file, partyId, can, step, now, onTell }: Props): ReactNode => {
  const { t } = useTranslation();
  const told = useToldLines({ file, partyId });
  const caseId = file.case.id;
  const toldCount = told.filter((line) => line.told !== null).length;
  const untold = told.filter((line) => line.told === null);
  const promises = promisesOf(file, partyId).filter((row) => row.state === 'open');
  return (
    <>
      <Card title={t('case-file.clocks.title')}>
        <ClockList clocks={clocksOfParty(file.clocks, partyId)} now={now} />
      </Card>
      <Card title={t('facts.ask.title')}>
        <AskList file={file} partyId={partyId} step={step} now={now} readOnly={!can('fact.add')} />
      </Card>
      <Card title={t('steps.say.title')}>
        <PhraseList step={step} />
      </Card>
      {step === 2 || step === 5 ? null : <DriftCard file={file} partyId={partyId} can={can} now={now} asCard />}
      <Card title={t('contacts.question.title')}>
        <QuestionList caseId={caseId} questions={openQuestions(file, partyId)} now={now} readOnly={!can('contact.record')} />
      </Card>
      {complaintsOf(file, partyId).length === 0 && !can('complaint.handle') ? null : (
        <Card title={t('complaints.title')}>
          <ComplaintList file={file} partyId={partyId} now={now} readOnly={!can('complaint.handle')} />
        </Card>
      )}
      <Card title={t('contacts.told.due')} note={t('contacts.told.meter', { told: toldCount, all: told.length })}>
        {untold.length === 0 ? t('contacts.told.all') : <ToldList lines={untold} now={now} onTell={onTell} />}
      </Card>
      <PaperCard file={file} partyId={partyId} now={now} />
      <Card title={t('promises.list.title')}>
        <PromiseList caseId={caseId} promises={promises} now={now} readOnly={!can('promise.settle')} />
      </Card>
      {marksOf(file, partyId).length === 0 ? null : (
        <Card title={t('doctors.body.glance')}>
          <SmallBody file={file} partyId={partyId} />
        </Card>
      )}
      <Card title={t('doctors.doubt.title')}>
        <DoubtList file={file} partyId={partyId} readOnly={!can('doctor.record')} />
      </Card>
    </>
  );
};
