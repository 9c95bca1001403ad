import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepEventKind } from '../../../shared/steps/model.ts';
import { needsReason } from '../../../shared/steps/rules.ts';
import type { StepView } from '../../../shared/steps/view.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { eventsFor } from './step-view.ts';
import { unmetWords } from './unmet-words.ts';

type Props = { caseId: string; view: StepView };

/** Start early, finish, repeat, waive, reopen: order is guided, never forced. */
export const StepActions = ({ caseId, view }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [asking, setAsking] = useState<StepEventKind | null>(null);
  const decide = async (event: StepEventKind, reason: string) => {
    const problem = await attempt((api) => api.steps.decide({ caseId, partyId: view.partyId, step: view.step, event, reason }));
    if (problem === null) toast.done(t(`steps.decided.${event}`, { step: view.step }));
    return problem;
  };
  const press = async (event: StepEventKind): Promise<void> => {
    if (needsReason(event, view.unmet.length)) return setAsking(event);
    const problem = await decide(event, '');
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  return (
    <>
      {eventsFor(view).map((event) => (
        <Button key={event} onClick={() => void press(event)}>
          {t(`steps.event.${event}`, { step: view.step })}
        </Button>
      ))}
      {asking === null ? null : (
        <ReasonDialog
          title={t(`steps.event.${asking}`, { step: view.step })}
          note={
            asking === 'finished' ? view.unmet.map((one) => unmetWords(t, one)).join(t('steps.frame.separator')) : t(`steps.ask.${asking}`)
          }
          confirm={t(`steps.event.${asking}`, { step: view.step })}
          onConfirm={(reason) => decide(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
};
