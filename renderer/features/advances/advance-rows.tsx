import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Advance } from '../../../shared/advances/model.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useMe } from '../../app/use-me.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { AdvanceCard } from './advance-card.tsx';
import { AdvanceDialog, DecideAdvanceDialog, PayAdvanceDialog } from './advance-dialogs.tsx';
import { actsOf, conditionsFor, type AdvanceAct } from './advance-view.ts';

export type AdvanceRights = { mayWrite: boolean; mayDecide: boolean };

type Props = AdvanceRights & { file: CaseFile; partyId: string; now: string; rows: readonly Advance[] };

/** Requests with what can be done to each: change, hand in, decide, pay. */
export const AdvanceRows = ({ file, partyId, now, rows, mayWrite, mayDecide }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const me = useMe();
  const [open, setOpen] = useState<{ act: Exclude<AdvanceAct, 'ask'>; row: Advance } | null>(null);
  const isOwn = (row: Advance): boolean => me !== null && row.byPersonId === me;
  const close = (): void => setOpen(null);
  const act = async (row: Advance, what: AdvanceAct): Promise<void> => {
    if (what !== 'ask') return setOpen({ act: what, row });
    const problem = await attempt((api) => api.advances.ask({ caseId: file.case.id, advanceId: row.id }));
    if (problem === null) toast.done(t('advances.panel.asked'));
    else toast.failed(problem.field === 'openReason' ? t('advances.panel.whyOpen') : problemText(t, problem));
  };
  return (
    <>
      {rows.map((row) => (
        <AdvanceCard
          key={row.id}
          row={row}
          conditions={conditionsFor(file, row)}
          now={now}
          own={mayDecide && isOwn(row)}
          acts={actsOf({ row, mayWrite, mayDecide, own: isOwn(row) })}
          onAct={(what) => void act(row, what)}
        />
      ))}
      {open?.act === 'edit' ? <AdvanceDialog file={file} partyId={partyId} row={open.row} onClose={close} /> : null}
      {open?.act === 'decide' ? <DecideAdvanceDialog row={open.row} onClose={close} /> : null}
      {open?.act === 'pay' ? <PayAdvanceDialog row={open.row} now={now} onClose={close} /> : null}
    </>
  );
};
