import { useTranslation } from 'react-i18next';
import { channels, counterparts, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import type { DamageItem } from '../../../shared/damages/model.ts';
import { determinationOutcomes, type Determination, type DeterminationOutcome } from '../../../shared/letters/model.ts';
import { defaultAppeal } from '../../../shared/letters/rules.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Letter = { outcome: DeterminationOutcome; reason: string | null; clause: string | null; appeal: string | null };

/** Writes the determination down; its lines come from the review and are typed by nobody. */
export const WriteLetterDialog = ({
  caseId,
  partyId,
  items,
  paidAheadFen,
  onClose,
}: {
  caseId: string;
  partyId: string;
  items: readonly DamageItem[];
  /** What of the certain part was paid before; the letter names it. */
  paidAheadFen: number;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const ahead = paidAheadFen > 0 ? t('letters.dialog.ahead', { amount: format.money(paidAheadFen) }) : '';
  const paid = items.some(({ allowedFen }) => (allowedFen ?? 0) > 0);
  return (
    <RecordDialog<Letter>
      title={t('letters.dialog.title')}
      note={[t('letters.dialog.note'), ahead].filter(Boolean).join(' ')}
      initial={{ outcome: paid ? 'partial' : 'refusal', reason: null, clause: null, appeal: defaultAppeal }}
      draft={{ key: `letter:${partyId}`, caseId }}
      fields={[
        {
          name: 'outcome',
          kind: 'pick',
          label: t('letters.dialog.outcome'),
          required: true,
          wide: true,
          options: determinationOutcomes.map((value) => ({ value, label: t(`letters.outcome.${value}`) })),
        },
        { name: 'reason', kind: 'long', label: t('letters.dialog.reason'), required: true, rows: 3 },
        { name: 'clause', kind: 'text', label: t('letters.dialog.clause'), required: true, wide: true, max: 500 },
        { name: 'appeal', kind: 'long', label: t('letters.dialog.appeal'), required: true, rows: 3 },
      ]}
      saveLabel={t('letters.dialog.save')}
      onSave={({ outcome, reason, clause, appeal }) =>
        attempt((api) => api.letters.decide({ caseId, partyId, outcome, reason: reason ?? '', clause: clause ?? '', appeal: appeal ?? '' }))
      }
      onClose={onClose}
    />
  );
};

type Sent = { sentAt: string | null; sentTo: Counterpart; sentToName: string | null; channel: Channel };

/** When and how the letter went out; saved as a contact at the same time. */
export const SendLetterDialog = ({
  caseId,
  row,
  partyName,
  now,
  onClose,
}: {
  caseId: string;
  row: Determination;
  partyName: string | null;
  now: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const list = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <RecordDialog<Sent>
      title={t('letters.sendDialog.title')}
      note={t('letters.sendDialog.note')}
      initial={{ sentAt: now, sentTo: 'injured', sentToName: partyName, channel: 'letter' }}
      fields={[
        { name: 'sentAt', kind: 'instant', label: t('letters.sendDialog.sentAt'), required: true },
        {
          name: 'channel',
          kind: 'select',
          label: t('letters.sendDialog.channel'),
          required: true,
          options: list(channels, 'contacts.channel'),
        },
        {
          name: 'sentTo',
          kind: 'select',
          label: t('letters.sendDialog.sentTo'),
          required: true,
          options: list(counterparts, 'contacts.counterpart'),
        },
        { name: 'sentToName', kind: 'text', label: t('letters.sendDialog.sentToName') },
      ]}
      saveLabel={t('letters.sendDialog.save')}
      onSave={({ sentAt, ...values }) =>
        attempt((api) => api.letters.send({ caseId, determinationId: row.id, ...values, sentAt: sentAt ?? now }))
      }
      onClose={onClose}
    />
  );
};
