import { useTranslation } from 'react-i18next';
import type { PromiseRow } from '../../../shared/promises/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Settling = { to: 'kept' | 'broken' | 'moved'; reason: string | null; dueAt: string | null };

type Props = { caseId: string; promise: PromiseRow; onClose: () => void };

/** Kept, broken, or moved to another time; all but kept need a reason. */
export const SettlePromise = ({ caseId, promise, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const save = async (values: Settling) => {
    const { to } = values;
    const problem = await attempt((api) =>
      api.promises.settle({ caseId, promiseId: promise.id, to, reason: values.reason ?? '', dueAt: to === 'moved' ? values.dueAt : null }),
    );
    if (problem === null) toast.done(t(`promises.settled.${to}`));
    return problem;
  };
  const initial: Settling = { to: 'kept', reason: null, dueAt: promise.dueAt };
  return (
    <RecordDialog<Settling>
      title={t('promises.settle.title', { what: promise.what })}
      initial={initial}
      fields={(values) => [
        {
          name: 'to', kind: 'pick', label: t('promises.settle.to'), required: true, wide: true,
          options: (['kept', 'broken', 'moved'] as const).map((one) => ({ value: one, label: t(`promises.state.${one}`) })),
        },
        ...(values.to === 'moved' ? [{ name: 'dueAt' as const, kind: 'instant' as const, label: t('promises.settle.dueAt'), required: true, wide: true }] : []),
        ...(values.to === 'kept'
          ? []
          : [{ name: 'reason' as const, kind: 'long' as const, label: t('promises.settle.reason'), required: true, wide: true }]),
      ]}
      saveLabel={t('promises.settle.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
