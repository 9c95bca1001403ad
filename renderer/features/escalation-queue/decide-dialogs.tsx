import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/escalations/model.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './queue.module.css';
import { remarkFields, type RemarkField } from './queue-view.ts';

export type Way = 'approved' | 'approved-less' | 'returned' | 'refused';
type Values = { decidedFen: number | null; reason: string | null } & Partial<Record<RemarkField, string | null>>;

type Props = { row: Escalation; onClose: () => void; onDone: () => void };

const useDecide = ({ row, onDone }: Pick<Props, 'row' | 'onDone'>, to: Way) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  return async (values: Values) => {
    const remarks = remarkFields.flatMap((field) => ((values[field] ?? '') === '' ? [] : [{ field, body: values[field] ?? '' }]));
    const decidedFen = to === 'approved' ? row.amountFen : to === 'approved-less' ? values.decidedFen : null;
    const input = { caseId: row.caseId ?? '', escalationId: row.id, to, decidedFen, reason: values.reason ?? '', remarks };
    const problem = await attempt((api) => api.escalations.decide(input));
    if (problem === null) {
      toast.done(t(`escalations.decide.done.${to}`));
      onDone();
    }
    return problem;
  };
};

/** Approving what was asked: one more Enter, so that a slip of the finger approves nothing. */
export const ApproveDialog = ({ row, onClose, onDone }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecide({ row, onDone }, 'approved');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const approve = async (): Promise<void> => {
    setBusy(true);
    const problem = await decide({ decidedFen: row.amountFen, reason: null }).finally(() => setBusy(false));
    if (problem === null) onClose();
    else setRefusal(problemText(t, problem));
  };
  const words =
    row.amountFen === null
      ? t('escalation-queue.approve.plain')
      : t('escalation-queue.approve.amount', { amount: format.money(row.amountFen) });
  return (
    <Dialog title={t('escalation-queue.act.approved')} width={480} onClose={onClose}>
      <p className={styles['text']}>{row.ask}</p>
      {refusal === null ? null : (
        <p role="alert" className={styles['late']}>
          {refusal}
        </p>
      )}
      <div className={styles['acts']}>
        <Button type="primary" autoFocus loading={busy} onClick={() => void approve()}>
          {words} <kbd>⏎</kbd>
        </Button>
        <Button onClick={onClose}>{t('common.action.cancel')}</Button>
      </div>
    </Dialog>
  );
};

/** Approving less, returning and refusing: each with a reason; returning also with remarks on the fields. */
export const DecideDialog = ({ row, to, onClose, onDone }: Props & { to: Exclude<Way, 'approved'> }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecide({ row, onDone }, to);
  const reason: RecordField<Values> = {
    name: 'reason',
    kind: 'long',
    label: t(`escalation-queue.reason.${to}`),
    required: true,
    wide: true,
  };
  const amount: RecordField<Values> = {
    name: 'decidedFen',
    kind: 'amount',
    label: t('escalation-queue.less.amount'),
    required: true,
    hint: t('escalation-queue.less.asked', { amount: format.money(row.amountFen) }),
  };
  const remarks = remarkFields.map((name): RecordField<Values> => ({
    name,
    kind: 'long',
    label: t('escalation-queue.remark.on', { field: t(`escalations.field.${name}`) }),
    rows: 1,
  }));
  const fields = to === 'approved-less' ? [amount, reason] : to === 'returned' ? [reason, ...remarks] : [reason];
  return (
    <RecordDialog<Values>
      title={t(`escalation-queue.act.${to}`)}
      note={row.ask}
      width={to === 'returned' ? 720 : 520}
      initial={{ decidedFen: null, reason: null }}
      fields={fields}
      saveLabel={t(`escalation-queue.act.${to}`)}
      draft={{ key: `decide:${row.id}:${to}`, caseId: row.caseId }}
      onSave={decide}
      onClose={onClose}
    />
  );
};

type Remark = { field: RemarkField | 'whole'; body: string | null };

/** A remark that does not decide anything yet, pinned to one field of the request. */
export const RemarkDialog = ({ row, field, onClose }: { row: Escalation; field: RemarkField | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const options = [
    { value: 'whole', label: t('escalation-queue.remark.whole') },
    ...remarkFields.map((value) => ({ value, label: t(`escalations.field.${value}`) })),
  ];
  const save = ({ field: pinned, body }: Remark) =>
    attempt((api) =>
      api.escalations.remark({
        caseId: row.caseId ?? '',
        values: { escalationId: row.id as never, field: pinned === 'whole' ? null : pinned, body: body ?? '' },
      }),
    );
  const body: RecordField<Remark> = { name: 'body', kind: 'long', label: t('escalation-queue.remark.body'), required: true, wide: true };
  const where: RecordField<Remark> = { name: 'field', kind: 'select', label: t('escalation-queue.remark.field'), required: true, options };
  return (
    <RecordDialog<Remark>
      title={t('escalation-queue.act.remark')}
      width={520}
      initial={{ field: field ?? 'whole', body: null }}
      fields={field === null ? [where, body] : [body, where]}
      saveLabel={t('escalation-queue.remark.save')}
      draft={{ key: `remark:${row.id}`, caseId: row.caseId }}
      onSave={save}
      onClose={onClose}
    />
  );
};
