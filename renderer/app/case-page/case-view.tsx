import { Button, Drawer } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Action } from '../../../shared/people/access.ts';
import { AssignDialog } from '../../features/case-file/assign-dialog.tsx';
import { CaseEditDialog, CaseStateDialog } from '../../features/case-file/case-dialogs.tsx';
import { CaseHeader } from '../../features/case-file/case-header.tsx';
import { Timeline } from '../../features/contacts/timeline.tsx';
import { PrintMenu } from '../../features/documents/print-menu.tsx';
import { PartyDialog } from '../../features/parties/party-dialog.tsx';
import { StepBar } from '../../features/steps/step-bar.tsx';
import { likelyStep, stepsOf } from '../../features/steps/step-view.ts';
import { CaseNotice } from '../../features/sync/case-notice.tsx';
import { UndoTools } from '../../features/undo/undo-tools.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { useContactEditor } from '../contact-editor.ts';
import { useGo } from '../go.ts';
import { useVisit } from '../hand-over/use-visit.ts';
import { useSyncStatus } from '../sync/use-sync.ts';
import { useNow } from '../use-now.ts';
import styles from './case-page.module.css';
import { HelperColumn } from './helper-column.tsx';
import { StepPane } from './step-pane.tsx';
import { useNarrow } from './use-narrow.ts';

type Props = { file: CaseFile; partyId: string | null; step: number | null };
type Dialog = 'edit' | 'state' | 'party' | 'assign' | null;

/** The person in view: the one of the address, or the first. */
const partyIn = (file: CaseFile, asked: string | null): string | null => {
  const there = file.parties.filter((party) => party.voidReason === null);
  return (there.find((party) => party.id === asked) ?? there[0])?.id ?? null;
};

/** Alt+1 to Alt+6 open the steps. */
const useStepKeys = (names: readonly string[], open: (step: number) => void): void => {
  const key = (step: number) => ({ combo: `alt+${step}`, label: names[step - 1] ?? '', run: () => open(step) });
  useShortcut(key(1));
  useShortcut(key(2));
  useShortcut(key(3));
  useShortcut(key(4));
  useShortcut(key(5));
  useShortcut(key(6));
};

/** Another step begins at its top: a short one after a long one would be an empty page. */
const useTopOfStep = (step: number) => {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // No bare arrow: newer engines return a promise here, which React would take for a clean-up.
    void page.current?.scrollIntoView({ block: 'start' });
  }, [step]);
  return page;
};

/** Three columns: the work, the story, the helper. Below 1280 px the helper becomes a drawer. */
export const CaseView = ({ file, partyId: asked, step: askedStep }: Props) => {
  const { t } = useTranslation();
  const go = useGo();
  const now = useNow();
  const narrow = useNarrow(1280);
  const openContact = useContactEditor();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [helping, setHelping] = useState(false);
  const caseId = file.case.id;
  const alone = useSyncStatus().data?.mode !== 'connected';
  useVisit(caseId);
  const partyId = partyIn(file, asked);
  const views = useMemo(() => stepsOf(file, partyId), [file, partyId]);
  const [firstStep] = useState(() => likelyStep(views));
  const step = askedStep ?? firstStep;
  const page = useTopOfStep(step);
  const names = views.map((view) => t(`common.step.${view.step}`));
  const can = useCallback((action: Action): boolean => file.may.includes(action), [file.may]);
  const openStep = (next: number): void => go.case(caseId, { partyId, step: next });
  const record = (more: { topic?: string; correctsLogId?: string } = {}): void => openContact({ caseId, partyId, step, ...more });
  useStepKeys(names, openStep);
  useShortcut({ combo: 'ctrl+n', label: t('case-file.header.record'), run: () => record() });
  useShortcut({ combo: 'alt+r', label: t('settlement.page.key'), run: () => go.review(caseId, partyId) });
  const mayRecord = can('contact.record');
  const panel = { file, partyId, can };
  const helper = <HelperColumn {...panel} step={step} now={now} onTell={mayRecord ? (topic) => record({ topic }) : null} />;
  const close = (): void => setDialog(null);
  return (
    <div ref={page} className={styles['page']}>
      <CaseHeader
        file={file}
        partyId={partyId}
        now={now}
        onParty={(next) => go.case(caseId, { partyId: next, step })}
        onAddParty={can('party.edit') ? () => setDialog('party') : null}
        onEdit={can('case.edit') ? () => setDialog('edit') : null}
        onState={can('case.close') ? () => setDialog('state') : null}
        tools={
          <>
            {can('row.void') ? <UndoTools caseId={caseId} /> : null}
            <PrintMenu caseId={caseId} partyId={partyId} />
            {alone ? null : (
              <Button size="small" onClick={() => go.handOver(caseId)}>
                {t('sync.handOver.button')}
              </Button>
            )}
            {alone || !can('case.assign') ? null : (
              <Button size="small" onClick={() => setDialog('assign')}>
                {t('case-file.assign.button')}
              </Button>
            )}
          </>
        }
      >
        <CaseNotice caseId={caseId} />
        <StepBar views={views} names={names} current={step} onPick={openStep} />
      </CaseHeader>
      {narrow ? (
        <Button className={styles['help'] ?? ''} onClick={() => setHelping(true)}>
          {t('case-file.helper.open')}
        </Button>
      ) : null}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <StepPane {...panel} view={views[step - 1]} now={now} onRecord={mayRecord ? record : null} />
        </div>
        <div className={styles['column']}>
          <Timeline
            file={file}
            partyId={partyId}
            now={now}
            onRecord={mayRecord ? () => record() : null}
            onCorrect={mayRecord ? (correctsLogId) => record({ correctsLogId }) : null}
          />
        </div>
        {narrow ? null : (
          <aside className={styles['column']} aria-label={t('case-file.helper.title')}>
            {helper}
          </aside>
        )}
      </div>
      {narrow ? (
        <Drawer open={helping} title={t('case-file.helper.title')} onClose={() => setHelping(false)} size={340}>
          {helper}
        </Drawer>
      ) : null}
      {dialog === 'edit' ? <CaseEditDialog row={file.case} onClose={close} /> : null}
      {dialog === 'assign' ? <AssignDialog caseId={caseId} onClose={close} /> : null}
      {dialog === 'state' ? <CaseStateDialog row={file.case} onClose={close} /> : null}
      {dialog === 'party' ? (
        <PartyDialog caseId={caseId} party={null} onClose={close} onAdded={(id) => go.case(caseId, { partyId: id, step })} />
      ) : null}
    </div>
  );
};
