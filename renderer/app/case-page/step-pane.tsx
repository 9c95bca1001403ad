import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../shared/steps/view.ts';
import { StepActions } from '../../features/steps/step-actions.tsx';
import { StepFrame } from '../../features/steps/step-frame.tsx';
import { ticksOf, tickTopic, type Tick } from '../../features/steps/guide.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useWording } from '../../i18n/wording.ts';
import { AdvancePanel } from '../../features/advances/advance-panel.tsx';
import { advancesOf } from '../../features/advances/advance-view.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import type { CasePanel } from '../case-panel.ts';
import { useAttempt } from '../use-attempt.ts';
import { CallbackPane, FollowUpPane } from './panes/contact-panes.tsx';
import { DoctorPane, VisitPane } from './panes/party-panes.tsx';
import { EscalatePane, ReviewPane } from './panes/money-panes.tsx';

export type PaneProps = CasePanel & { now: string; onTell: ((topicId: string) => void) | null };
type Props = CasePanel & { view: StepView | undefined; now: string; onRecord: ((more?: { topic?: string }) => void) | null };

const paneOf: Record<number, (props: PaneProps) => ReactNode> = {
  1: CallbackPane,
  2: VisitPane,
  3: DoctorPane,
  4: FollowUpPane,
  5: ReviewPane,
  6: EscalatePane,
};

/** Steps of a person need a person. */
const NoParty = () => {
  const { t } = useTranslation();
  return <EmptyState title={t('steps.pane.noParty')} text={t('steps.pane.noPartyNext')} />;
};

/** One step from why to done. */
export const StepPane = ({ file, partyId, can, view, now, onRecord }: Props) => {
  const { t } = useTranslation();
  const { stepOf } = useWording();
  const attempt = useAttempt();
  const toast = useToast();
  if (view === undefined) return null;
  const ofParty = view.step !== 1 && view.step !== 6;
  const about = ofParty ? partyId : null;
  const onTell = onRecord === null ? null : (topic: string) => onRecord({ topic });
  const tick = async ({ point, done }: Tick): Promise<void> => {
    if (point.topicId !== undefined && !done) return onTell?.(point.topicId);
    const problem = await attempt((api) =>
      api.facts.add({
        caseId: file.case.id,
        partyId: about,
        saidAt: new Date().toISOString(),
        facts: [
          { topic: tickTopic(view.step, point), value: { kind: 'choice', choice: done ? 'no' : 'yes' }, source: 'seen', sourceName: null },
        ],
      }),
    );
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const Pane = paneOf[view.step];
  if (Pane === undefined) return null;
  return (
    <StepFrame
      view={view}
      ticks={ticksOf({ file, partyId: about, step: view.step, points: stepOf(view.step)?.do ?? [] })}
      onTick={can('fact.add') && !(ofParty && partyId === null) ? (one) => void tick(one) : null}
      extra={
        onRecord === null ? null : (
          <Button type="primary" size="small" onClick={() => onRecord()}>
            {t('steps.pane.record')} <kbd>Ctrl N</kbd>
          </Button>
        )
      }
      actions={can('step.decide') && !(ofParty && partyId === null) ? <StepActions caseId={file.case.id} view={view} /> : null}
    >
      {ofParty && partyId === null ? <NoParty /> : <Pane file={file} partyId={partyId} can={can} now={now} onTell={onTell} />}
      {partyId !== null && (view.step <= 3 || (view.step < 6 && advancesOf(file, partyId).length > 0)) ? (
        <AdvancePanel file={file} partyId={partyId} now={now} mayWrite={can('escalation.write')} mayDecide={can('escalation.decide')} />
      ) : null}
    </StepFrame>
  );
};
