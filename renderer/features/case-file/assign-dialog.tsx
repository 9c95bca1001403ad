import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { RecordForm, type RecordField } from '../../ui/form/record-dialog.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Values = { toPersonId: string | null; branchId: string | null; reason: string | null };

/** 指派: to whom, in which branch, and why. The new owner reads the reason on the hand-over page. */
export const AssignDialog = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const { data, error, refetch } = useQuery(queries.cases.assignees.queryOptions({ input: { caseId } }));
  const nameOf = (id: string | null): string => data?.people.find((one) => one.id === id)?.name ?? t('case-file.assign.nobody');
  const save = async ({ toPersonId, branchId, reason }: Values): Promise<Problem | null> => {
    const problem = await attempt((api) => api.cases.assign({ caseId, toPersonId, branchId, reason: reason ?? '' }));
    if (problem !== null) return problem;
    toast.done(t('case-file.assign.done', { name: nameOf(toPersonId) }));
    onClose();
    return null;
  };
  const fields: RecordField<Values>[] = [
    {
      name: 'toPersonId',
      kind: 'select',
      label: t('case-file.assign.to'),
      hint: t('case-file.assign.toHint'),
      options: (data?.people ?? []).map(({ id, name, branchName }) => ({
        value: id,
        label: [name, branchName].filter(Boolean).join(' · '),
      })),
    },
    {
      name: 'branchId',
      kind: 'select',
      label: t('case-file.assign.branch'),
      hint: t('case-file.assign.branchHint'),
      options: (data?.branches ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'reason', kind: 'long', label: t('case-file.assign.reason'), required: true, wide: true, rows: 3 },
  ];
  return (
    <FormModal title={t('case-file.assign.title')} width={600} onClose={onClose}>
      {data === undefined ? (
        error === null ? (
          <LoadingState rows={4} />
        ) : (
          <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <p style={{ marginBottom: 8, color: 'var(--lb-second)' }}>
            {t('case-file.assign.now', { name: data.ownerName ?? t('case-file.assign.nobody') })}
          </p>
          <RecordForm<Values>
            initial={{ toPersonId: null, branchId: null, reason: null }}
            fields={fields}
            saveLabel={t('case-file.assign.save')}
            onSave={save}
            onCancel={onClose}
          />
        </>
      )}
    </FormModal>
  );
};
