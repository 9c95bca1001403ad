import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../../../shared/escalations/model.ts';
import type { ScenarioColumn } from '../../../../shared/scenarios/compare.ts';
import { DamagePanel } from '../../../features/damages/damage-panel.tsx';
import { useDaysHint } from '../../../features/doctors/use-days-hint.ts';
import { EscalationPanel } from '../../../features/escalations/escalation-panel.tsx';
import { FactTable } from '../../../features/facts/fact-table.tsx';
import { ScenarioPanel } from '../../../features/scenarios/scenario-panel.tsx';
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
      <LetterPanel file={file} partyId={partyId} now={now} mayWrite={can('offer.make')} />
      <ToldSection file={file} partyId={partyId} step={5} now={now} onTell={onTell} />
    </>
  );
};

/** Computed ways in the words of a request: the expected payment, the own cost beside it, and the difference in sentences. */
const waysOf = (columns: readonly ScenarioColumn[], notes: readonly string[]): Scenario[] =>
  columns.map(({ way, costFen, ownCostFen, days }, index) => ({
    way,
    amountFen: costFen.expected - ownCostFen,
    extraCostFen: ownCostFen,
    days,
    note: notes[index] ?? '',
  }));

/** Step 6: what only a superior can grant, with the facts the file does not show. */
export const EscalatePane = ({ file, partyId, can, now }: Props) => {
  const { t } = useTranslation();
  const { facts } = useWording();
  const [prepared, setPrepared] = useState<Scenario[] | null>(null);
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
          onUse={mayWrite ? (columns, notes) => setPrepared(waysOf(columns, notes)) : null}
        />
      )}
      <FactTable title={t('steps.pane.forDecision')} file={file} partyId={null} topics={topics} now={now} readOnly={!can('fact.add')} />
    </>
  );
};
