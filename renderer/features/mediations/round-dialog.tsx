import { useTranslation } from 'react-i18next';
import type { PartyId } from '../../../shared/kernel/ids.ts';
import { mediationReplies, type MediationRound } from '../../../shared/mediations/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Values = {
  heldAt: string | null;
  place: string | null;
  mediator: string | null;
  present: string | null;
  ourProposalFen: number | null;
  theirProposalFen: number | null;
  reply: MediationRound['reply'];
  nextOn: string | null;
  note: string | null;
};

/** Names as they are written in a row: by comma, enumeration comma or semicolon. */
const namesIn = (text: string | null): string[] =>
  (text ?? '')
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

type Props = { caseId: string; partyId: string; round: number; now: string; last: MediationRound | null; onClose: () => void };

/** One round: where, who, what each side proposed, and when it goes on. Place and mediator of the last round stand in already. */
export const RoundDialog = ({ caseId, partyId, round, now, last, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const key = `mediation:${partyId}`;
  const initial: Values = {
    heldAt: now,
    place: last?.place ?? null,
    mediator: last?.mediator ?? null,
    present: last?.present?.join('、') ?? null,
    ourProposalFen: null,
    theirProposalFen: null,
    reply: 'considering',
    nextOn: null,
    note: null,
  };
  return (
    <RecordDialog<Values>
      title={t('mediations.record.title', { round })}
      initial={initial}
      draft={{ key, caseId }}
      fields={[
        { name: 'heldAt', kind: 'instant', label: t('mediations.field.heldAt'), required: true },
        { name: 'place', kind: 'text', label: t('mediations.field.place'), max: 500 },
        { name: 'mediator', kind: 'text', label: t('mediations.field.mediator') },
        { name: 'present', kind: 'text', label: t('mediations.field.present'), hint: t('mediations.field.presentHint'), max: 500 },
        { name: 'ourProposalFen', kind: 'amount', label: t('mediations.field.ours') },
        { name: 'theirProposalFen', kind: 'amount', label: t('mediations.field.theirs') },
        {
          name: 'reply',
          kind: 'pick',
          label: t('mediations.field.reply'),
          required: true,
          wide: true,
          options: mediationReplies.map((value) => ({ value, label: t(`mediations.reply.${value}`) })),
        },
        { name: 'nextOn', kind: 'date', label: t('mediations.field.nextOn') },
        { name: 'note', kind: 'long', label: t('mediations.field.note'), max: 100_000 },
      ]}
      saveLabel={t('mediations.record.save')}
      onSave={({ heldAt, present, ...values }) =>
        attempt((api) =>
          api.mediations.record({
            caseId,
            values: { ...values, heldAt: heldAt ?? now, present: namesIn(present), partyId: partyId as PartyId },
            draftKey: key,
          }),
        )
      }
      onClose={onClose}
    />
  );
};
