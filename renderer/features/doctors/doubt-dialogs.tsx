import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt, doubt as doubtEntity } from '../../../shared/doctors/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useWording } from '../../i18n/wording.ts';
import { useEdited } from '../../ui/form/edited.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Values = Pick<FieldsOf<typeof doubtEntity>, 'body' | 'askWhom' | 'ownerName'> & { sign: string | null };
type Props = { caseId: string; partyId: string | null; doubt: Doubt | null; ownerName: string | null; onClose: () => void };

/** Raises a doubt, from a known sign or in one's own words, or edits one. */
export const DoubtDialog = ({ caseId, partyId, doubt, ownerName, onClose }: Props) => {
  const { t } = useTranslation();
  const { doubts, say } = useWording();
  const attempt = useAttempt();
  const [initial] = useState<Values>(() => ({
    sign: null,
    body: doubt?.body ?? '',
    askWhom: doubt?.askWhom ?? null,
    ownerName: doubt?.ownerName ?? ownerName,
  }));
  const edited = useEdited(doubt?.rev ?? 0, initial);
  const save = ({ sign, body, askWhom, ownerName: owner }: Values) => {
    const known = doubts.find((one) => one.id === sign);
    const text = body === '' || body === null ? (known === undefined ? '' : say(known.sign)) : body;
    const values = { body: text, askWhom: askWhom ?? (known === undefined ? null : say(known.check)), ownerName: owner };
    if (doubt === null) {
      return attempt((api) => api.doctors.raiseDoubt({ caseId, values: { ...values, partyId: partyId as Doubt['partyId'] } }));
    }
    return edited.save({ ...initial, ...values }, (seen, { sign: _sign, ...changed }) =>
      attempt((api) => api.doctors.editDoubt({ caseId, doubtId: doubt.id, seen, values: changed })),
    );
  };
  return (
    <RecordDialog<Values>
      title={t(doubt === null ? 'doctors.doubt.add' : 'doctors.doubt.edit')}
      initial={initial}
      {...(doubt === null ? {} : { edited })}
      draft={{ key: `doubt:${doubt?.id ?? `new:${caseId}`}`, caseId }}
      fields={(values) => [
        ...(doubt === null
          ? [
              {
                name: 'sign' as const,
                kind: 'select' as const,
                wide: true,
                label: t('doctors.doubt.sign'),
                options: doubts.map((one) => ({ value: one.id, label: say(one.name) })),
              },
            ]
          : []),
        { name: 'body', kind: 'long', label: t('doctors.doubt.body'), required: values.sign === null },
        { name: 'askWhom', kind: 'long', label: t('doctors.doubt.whom'), max: 500 },
        { name: 'ownerName', kind: 'text', label: t('doctors.doubt.ownerName') },
      ]}
      saveLabel={t('doctors.doubt.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};

/** An answer without a source is only an opinion, so both are asked for. */
export const AnswerDoubtDialog = ({ caseId, doubt, onClose }: { caseId: string; doubt: Doubt; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  return (
    <RecordDialog<{ answer: string; source: string }>
      title={t('doctors.doubt.answer')}
      note={doubt.body}
      initial={{ answer: '', source: '' }}
      fields={[
        { name: 'answer', kind: 'long', label: t('doctors.doubt.answerText'), required: true },
        { name: 'source', kind: 'text', label: t('doctors.doubt.source'), required: true, wide: true, max: 500 },
      ]}
      saveLabel={t('doctors.doubt.answer')}
      onSave={({ answer, source }) => attempt((api) => api.doctors.answerDoubt({ caseId, doubtId: doubt.id, answer, source }))}
      onClose={onClose}
    />
  );
};
