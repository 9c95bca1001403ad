import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/escalations/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';

const ways = ['approved', 'approved-less', 'returned', 'refused'] as const;
type Decision = { to: (typeof ways)[number]; decidedFen: number | null; reason: string | null };

/** A superior's decision; all but a plain approval need a reason. */
export const DecideDialog = ({ row, onClose }: { row: Escalation; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const save = async ({ to, decidedFen, reason }: Decision) => {
    const amount = to === 'approved' ? row.amountFen : to === 'approved-less' ? decidedFen : null;
    const problem = await attempt((api) =>
      api.escalations.decide({ caseId: row.caseId ?? '', escalationId: row.id, to, decidedFen: amount, reason: reason ?? '', remarks: [] }),
    );
    if (problem === null) toast.done(t(`escalations.decide.done.${to}`));
    return problem;
  };
  return (
    <RecordDialog<Decision>
      title={t('escalations.decide.title')}
      note={row.ask}
      initial={{ to: 'approved', decidedFen: null, reason: null }}
      fields={(values) => [
        {
          name: 'to',
          kind: 'pick',
          label: t('escalations.decide.to'),
          required: true,
          wide: true,
          options: ways.map((value) => ({ value, label: t(`escalations.decide.way.${value}`) })),
        },
        ...(values.to === 'approved-less'
          ? [{ name: 'decidedFen' as const, kind: 'amount' as const, label: t('escalations.decide.amount'), required: true }]
          : []),
        { name: 'reason', kind: 'long', label: t('escalations.decide.reason'), required: values.to !== 'approved' },
      ]}
      saveLabel={t('escalations.decide.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
