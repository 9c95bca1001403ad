import { useTranslation } from 'react-i18next';
import { channels, counterparts } from '../../../shared/contacts/model.ts';
import type { CorrectionInput, DisclosureView } from '../../../shared/disclosures/contract.ts';
import { proofs, understandings } from '../../../shared/disclosures/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useNow } from '../../app/use-now.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Values = CorrectionInput['values'] & { reason: string };
type Props = { view: DisclosureView; topic: string; onClose: () => void };

/** Tells the topic once more; the earlier telling stays readable, struck through. */
export const CorrectDisclosure = ({ view, topic, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const now = useNow();
  const { disclosure } = view;
  const caseId = disclosure.caseId ?? '';
  const save = async ({ reason, ...values }: Values) => {
    const problem = await attempt((api) => api.disclosures.correct({ caseId, disclosureId: disclosure.id, reason: reason ?? '', values }));
    if (problem === null) toast.done(t('disclosures.correct.done'));
    return problem;
  };
  return (
    <RecordDialog<Values>
      title={t('disclosures.correct.title', { topic })}
      note={t('disclosures.correct.note')}
      width={720}
      draft={{ key: `correct-disclosure:${disclosure.id}`, caseId }}
      initial={{
        reason: '',
        words: disclosure.words,
        toldTo: disclosure.toldTo,
        toldToName: disclosure.toldToName,
        channel: disclosure.channel,
        toldAt: now,
        proof: 'none',
        understood: 'unclear',
      }}
      fields={[
        { name: 'reason', kind: 'long', label: t('disclosures.correct.reason'), required: true, max: 2_000, wide: true },
        { name: 'words', kind: 'long', label: t('disclosures.correct.words'), rows: 4, max: 20_000, wide: true },
        {
          name: 'toldTo',
          kind: 'pick',
          label: t('disclosures.field.toldTo'),
          required: true,
          wide: true,
          options: counterparts.map((value) => ({ value, label: t(`contacts.counterpart.${value}`) })),
        },
        { name: 'toldToName', kind: 'text', label: t('disclosures.field.name'), max: 200 },
        { name: 'toldAt', kind: 'instant', label: t('disclosures.field.toldAt'), required: true },
        {
          name: 'channel',
          kind: 'pick',
          label: t('disclosures.field.channel'),
          required: true,
          wide: true,
          options: channels.map((value) => ({ value, label: t(`contacts.channel.${value}`) })),
        },
        {
          name: 'understood',
          kind: 'pick',
          label: t('disclosures.field.understood'),
          required: true,
          options: understandings.map((value) => ({ value, label: t(`contacts.understood.${value}`) })),
        },
        {
          name: 'proof',
          kind: 'select',
          label: t('disclosures.field.proof'),
          required: true,
          options: proofs.map((value) => ({ value, label: t(`contacts.proof.${value}`) })),
        },
      ]}
      saveLabel={t('disclosures.correct.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
