import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waysOfColumns } from '../../../../shared/scenarios/of-request.ts';
import { DamagePanel } from '../../../features/damages/damage-panel.tsx';
import { useDaysHint } from '../../../features/doctors/use-days-hint.ts';
import type { Prepared } from '../../../features/escalations/escalation-dialog.tsx';
import { EscalationPanel } from '../../../features/escalations/escalation-panel.tsx';
import { FactTable } from '../../../features/facts/fact-table.tsx';
import { ScenarioPanel } from '../../../features/scenarios/scenario-panel.tsx';
import { UndisputedPanel } from '../../../features/advances/undisputed-panel.tsx';
import { LetterPanel } from '../../../features/letters/letter-panel.tsx';
import { OfferSection } from './offer-section.tsx';
import { useWording } from '../../../i18n/wording.ts';
import type { CasePanel } from '../../case-panel.ts';
import { DriftCard } from '../drift-card.tsx';
import { ToldSection } from './told-section.tsx';

type Props = CasePanel & { now: string; onTell: ((topicId: string) => void) | null };

/** Step 5: item by item, and the offer that follows from it. */
export const ReviewPane = ({ file, partyId, can, now, onTell }: Props) => {
  const daysHint = useDaysHint(file, partyId);
  if (partyId === null) return null;
  return (
    <>
      <DriftCard file={file} partyId={partyId} can={can} now={now} />
      <DamagePanel
        file={file}
        partyId={partyId}
        now={now}
        daysHint={daysHint}
        mayEnter={can('damage.enter')}
        mayReview={can('damage.review')}
      />
      <OfferSection file={file} partyId={partyId} can={can} now={now} />
      <UndisputedPanel file={file} partyId={partyId} now={now} mayWrite={can('escalation.write')} mayDecide={can('escalation.decide')} />
      <LetterPanel file={file} partyId={partyId} now={now} mayWrite={can('offer.make')} />
      <ToldSection file={file} partyId={partyId} step={5} now={now} onTell={onTell} />
    </>
  );
};

/** Step 6: what only a superior can grant, with the facts the file does not show. */
export const EscalatePane = ({ file, partyId, can, now }: Props) => {
  const { t } = useTranslation();
  const { facts } = useWording();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const topics = facts.filter((topic) => topic.subject === 'case' && topic.steps.includes(6));
  const mayWrite = can('escalation.write');
  return (
    <>
      <EscalationPanel
        file={file}
        partyId={partyId}
        mayWrite={mayWrite}
        mayDecide={can('escalation.decide')}
        prepared={prepared}
        onPreparedClosed={() => setPrepared(null)}
      />
      {partyId === null ? null : (
        <ScenarioPanel
          caseId={file.case.id}
          partyId={partyId}
          mayWrite={mayWrite}
          onUse={mayWrite ? ({ setId, columns, notes }) => setPrepared({ setId, ways: waysOfColumns(columns, notes) }) : null}
        />
      )}
      <FactTable title={t('steps.pane.forDecision')} file={file} partyId={null} topics={topics} now={now} readOnly={!can('fact.add')} />
    </>
  );
};
