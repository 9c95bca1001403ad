import { useTranslation } from 'react-i18next';
import { channels, counterparts, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import type { Satisfaction } from '../../../shared/payments/model.ts';
import { lowScore, type owingOf } from '../../../shared/payments/rules.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Own = { caseId: string; offer: Offer; now: string; onClose: () => void };
type Owing = ReturnType<typeof owingOf>[number];
type Paid = { payer: string | null; amountFen: number | null; paidOn: string | null; reference: string | null; note: string | null };

const keyOf = ({ payer, layer }: Owing): string => `${payer} ${layer}`;

/** Who paid how much on which day. An amount left open is all that payer still owes, so that it follows when another payer is chosen. */
export const RecordPaymentDialog = ({ caseId, offer, owing, now, onClose }: Own & { owing: readonly Owing[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const toast = useToast();
  const [first] = owing;
  const options = owing.map((one) => ({ value: keyOf(one), label: `${t(`offers.layer.${one.layer}`)} ${format.money(one.leftFen)}` }));
  const leftOf = (values: Paid): string => {
    const chosen = owing.find((one) => keyOf(one) === values.payer) ?? first;
    return t('payments.record.left', { amount: format.money(chosen?.leftFen ?? null) });
  };
  const save = (values: Paid) =>
    attempt(async (api) => {
      const chosen = owing.find((one) => keyOf(one) === values.payer) ?? first;
      if (chosen === undefined) return;
      const { payer, layer, leftFen } = chosen;
      const amountFen = values.amountFen ?? leftFen;
      const { paid } = await api.payments.record({ caseId, offerId: offer.id, ...values, amountFen, payer, layer });
      toast.done(t(paid ? 'payments.record.done' : 'payments.record.doneOne'));
    });
  return (
    <RecordDialog<Paid>
      title={t('payments.record.title')}
      note={t('payments.record.note')}
      initial={{
        payer: first === undefined ? null : keyOf(first),
        amountFen: null,
        paidOn: chinaDateOf(now),
        reference: null,
        note: null,
      }}
      draft={{ key: `payment:${offer.id}`, caseId }}
      fields={(values) => [
        { name: 'payer', kind: 'pick', label: t('payments.record.payer'), required: true, wide: true, options },
        { name: 'amountFen', kind: 'amount', label: t('payments.record.amount'), hint: leftOf(values) },
        { name: 'paidOn', kind: 'date', label: t('payments.record.paidOn'), required: true },
        { name: 'reference', kind: 'text', label: t('payments.record.reference'), max: 100 },
        { name: 'note', kind: 'long', label: t('payments.record.remark') },
      ]}
      saveLabel={t('payments.record.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};

type Asked = {
  score: string | null;
  words: string | null;
  askedAt: string | null;
  channel: Channel;
  answeredBy: Counterpart;
  ownerName: string | null;
};

/** The question after payment; a low score asks for its owner at once. */
export const AskDialog = ({ caseId, offer, now, onClose }: Own) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const list = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  const isLow = ({ score }: Asked): boolean => score !== null && Number(score) <= lowScore;
  return (
    <RecordDialog<Asked>
      title={t('payments.ask.title')}
      note={t('payments.ask.note')}
      initial={{ score: null, words: null, askedAt: now, channel: 'phone', answeredBy: 'injured', ownerName: null }}
      draft={{ key: `satisfaction:${offer.id}`, caseId }}
      fields={(values) => [
        {
          name: 'score',
          kind: 'pick',
          label: t('payments.ask.score'),
          required: true,
          wide: true,
          options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
        },
        ...(isLow(values) ? [{ name: 'ownerName' as const, kind: 'text' as const, label: t('payments.ask.owner'), required: true }] : []),
        { name: 'words', kind: 'long', label: t('payments.ask.words') },
        { name: 'askedAt', kind: 'instant', label: t('payments.ask.askedAt'), required: true },
        { name: 'channel', kind: 'select', label: t('payments.ask.channel'), required: true, options: list(channels, 'contacts.channel') },
        {
          name: 'answeredBy',
          kind: 'select',
          label: t('payments.ask.answeredBy'),
          required: true,
          options: list(counterparts, 'contacts.counterpart'),
        },
      ]}
      saveLabel={t('payments.ask.save')}
      onSave={({ score, askedAt, ...values }) =>
        attempt((api) =>
          api.payments.askSatisfaction({
            caseId,
            offerId: offer.id,
            ...values,
            score: score === null ? null : Number(score),
            askedAt: askedAt ?? now,
          }),
        )
      }
      onClose={onClose}
    />
  );
};

export const FollowDialog = ({ caseId, row, onClose }: { caseId: string; row: Satisfaction; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  return (
    <ReasonDialog
      title={t('payments.follow.title')}
      label={t('payments.follow.what')}
      confirm={t('payments.follow.save')}
      onConfirm={(followUp) => attempt((api) => api.payments.followUp({ caseId, satisfactionId: row.id, followUp }))}
      onClose={onClose}
    />
  );
};
