import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../shared/cases/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useEdited } from '../../ui/form/edited.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { caseFields, caseValuesOf, type CaseValues } from './case-fields.ts';

type Props = { row: Case; onClose: () => void };

export const CaseEditDialog = ({ row, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [initial] = useState(() => caseValuesOf(row));
  const edited = useEdited(row.rev, initial);
  return (
    <RecordDialog<CaseValues>
      title={t('case-file.edit.title', { number: row.reportNumber })}
      width={860}
      initial={initial}
      fields={caseFields(t)}
      draft={{ key: `case:${row.id}`, caseId: row.id }}
      saveLabel={t('case-file.edit.save')}
      edited={edited}
      onSave={(typed) => edited.save(typed, (seen, values) => attempt((api) => api.cases.edit({ caseId: row.id, seen, values })))}
      onClose={onClose}
    />
  );
};

/** Closing needs a reason that says how the case ended; reopening one that says why. */
export const CaseStateDialog = ({ row, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const act = row.state === 'open' ? 'close' : 'reopen';
  return (
    <ReasonDialog
      title={t(`case-file.${act}.title`)}
      note={t(`case-file.${act}.note`)}
      confirm={t(`case-file.${act}.confirm`)}
      onConfirm={async (reason) => {
        const problem = await attempt((api) =>
          act === 'close' ? api.cases.close({ caseId: row.id, reason }) : api.cases.reopen({ caseId: row.id, reason }),
        );
        if (problem === null) toast.done(t(`case-file.${act}.done`));
        return problem;
      }}
      onClose={onClose}
    />
  );
};
