import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/offers/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Answer = { answer: 'accepted' | 'countered' | 'refused'; reply: string | null; counterFen: number | null };

/** A new version from the allowed amounts, with the words that explain it. */
export const MakeOfferDialog = ({ caseId, partyId, onClose }: { caseId: string; partyId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  return (
    <RecordDialog<{ explanation: string | null }>
      title={t('offers.make.title')}
      note={t('offers.make.note')}
      initial={{ explanation: null }}
      draft={{ key: `offer:${partyId}`, caseId }}
      fields={[{ name: 'explanation', kind: 'long', label: t('offers.make.explanation'), rows: 4, max: 100_000 }]}
      saveLabel={t('offers.make.save')}
      onSave={({ explanation }) => attempt((api) => api.offers.make({ caseId, partyId, explanation: explanation ?? '' }))}
      onClose={onClose}
    />
  );
};

/** What the party answered, in their words. */
export const ReplyDialog = ({ caseId, offer, onClose }: { caseId: string; offer: Offer; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const answers = (offer.state === 'put' ? ['accepted', 'countered', 'refused'] : ['accepted', 'refused']) as Answer['answer'][];
  return (
    <RecordDialog<Answer>
      title={t('offers.reply.title', { version: offer.version })}
      initial={{ answer: 'accepted', reply: null, counterFen: null }}
      draft={{ key: `reply:${offer.id}`, caseId }}
      fields={(values) => [
        {
          name: 'answer',
          kind: 'pick',
          label: t('offers.reply.answer'),
          required: true,
          wide: true,
          options: answers.map((value) => ({ value, label: t(`offers.state.${value}`) })),
        },
        ...(values.answer === 'countered'
          ? [{ name: 'counterFen' as const, kind: 'amount' as const, label: t('offers.reply.counter'), required: true }]
          : []),
        { name: 'reply', kind: 'long', label: t('offers.reply.words'), required: values.answer !== 'accepted' },
      ]}
      saveLabel={t('offers.reply.save')}
      onSave={({ answer, reply, counterFen }) =>
        attempt((api) =>
          api.offers.reply({
            caseId,
            offerId: offer.id,
            answer,
            reply: reply ?? '',
            counterFen: answer === 'countered' ? counterFen : null,
          }),
        )
      }
      onClose={onClose}
    />
  );
};
