import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { PromiseRow } from '../../../shared/promises/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { logsThatTold } from './promise-view.ts';

type Settling = {
  to: 'kept' | 'broken' | 'moved';
  reason: string | null;
  dueAt: string | null;
  noticeLogId: string | null;
  noticeText: string | null;
};

type Props = { caseId: string; promise: PromiseRow; onClose: () => void };

/** Ours is moved only with a notice: in a contact that reached the person, or in words how they were told. */
const useMovedFields = (promise: PromiseRow, file: CaseFile | undefined): RecordField<Settling>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const told = logsThatTold(file, promise).map((log) => ({
    value: log.id,
    label: [format.instant(log.contactAt), t(`clocks.waitingFor.${log.counterpart}`), log.counterpartName].filter(Boolean).join(' · '),
  }));
  const hint = promise.side === 'us' ? { hint: t('promises.settle.noticeHint') } : {};
  return [
    { name: 'dueAt', kind: 'instant', label: t('promises.settle.dueAt'), required: true, wide: true },
    ...(told.length === 0
      ? []
      : [{ name: 'noticeLogId' as const, kind: 'select' as const, label: t('promises.settle.noticeLog'), options: told, wide: true }]),
    { name: 'noticeText', kind: 'text', label: t('promises.settle.noticeText'), wide: true, max: 2_000, ...hint },
  ];
};

/** Kept, broken, or moved to another time; all but kept need a reason. */
export const SettlePromise = ({ caseId, promise, onClose }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const { data: file } = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  const movedFields = useMovedFields(promise, file);
  const save = async ({ to, reason, dueAt, noticeLogId, noticeText }: Settling) => {
    const moved = to === 'moved' ? { dueAt, noticeLogId, noticeText } : { dueAt: null, noticeLogId: null, noticeText: null };
    const problem = await attempt((api) => api.promises.settle({ caseId, promiseId: promise.id, to, reason: reason ?? '', ...moved }));
    if (problem === null) toast.done(t(`promises.settled.${to}`));
    return problem;
  };
  return (
    <RecordDialog<Settling>
      title={t('promises.settle.title', { what: promise.what })}
      initial={{ to: 'kept', reason: null, dueAt: promise.dueAt, noticeLogId: null, noticeText: null }}
      fields={({ to }) => [
        {
          name: 'to',
          kind: 'pick',
          label: t('promises.settle.to'),
          required: true,
          wide: true,
          options: (['kept', 'broken', 'moved'] as const).map((one) => ({ value: one, label: t(`promises.state.${one}`) })),
        },
        ...(to === 'moved' ? movedFields : []),
        ...(to === 'kept'
          ? []
          : [{ name: 'reason' as const, kind: 'long' as const, label: t('promises.settle.reason'), required: true, wide: true }]),
      ]}
      saveLabel={t('promises.settle.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
