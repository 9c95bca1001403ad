import { useTranslation } from 'react-i18next';
import { channels, counterparts, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import { understandings, type Offer, type Understanding } from '../../../shared/offers/model.ts';
import { oursOf } from '../../../shared/offers/rules.ts';
import type { PartyId } from '../../../shared/kernel/ids.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Own = { caseId: string; offer: Offer; onClose: () => void };

type Make = { way: 'calculated' | 'lump'; reason: string | null; explanation: string | null };

/** A new version from the allowed amounts and the calculation, or openly as one sum, with the words that explain it. */
export const MakeOfferDialog = ({ caseId, partyId, onClose }: { caseId: string; partyId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  return (
    <RecordDialog<Make>
      title={t('offers.make.title')}
      note={t('offers.make.note')}
      initial={{ way: 'calculated', reason: null, explanation: null }}
      draft={{ key: `offer:${partyId}`, caseId }}
      fields={({ way }) => [
        {
          name: 'way',
          kind: 'pick',
          label: t('offers.make.way'),
          required: true,
          wide: true,
          options: (['calculated', 'lump'] as const).map((value) => ({ value, label: t(`offers.make.ways.${value}`) })),
        },
        ...(way === 'lump'
          ? [{ name: 'reason' as const, kind: 'text' as const, label: t('offers.make.reason'), required: true, wide: true }]
          : []),
        { name: 'explanation', kind: 'long', label: t('offers.make.explanation'), rows: 4, max: 100_000 },
      ]}
      saveLabel={t('offers.make.save')}
      onSave={({ way, reason, explanation }) =>
        attempt((api) =>
          api.offers.make({ caseId, partyId, explanation: explanation ?? '', lump: way === 'lump' ? { reason: reason ?? '' } : null }),
        )
      }
      onClose={onClose}
    />
  );
};

type PutValues = {
  putAt: string | null;
  putTo: Counterpart;
  putToName: string | null;
  channel: Channel;
  understood: Understanding | null;
  words: string | null;
};

/** Puts the version to the party and keeps how the explanation went; saved as a contact at the same time. */
export const PutDialog = ({ caseId, offer, now, partyName, onClose }: Own & { now: string; partyName: string | null }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const list = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <RecordDialog<PutValues>
      title={t('offers.put.title', { version: offer.version })}
      note={t('offers.put.note')}
      initial={{ putAt: now, putTo: 'injured', putToName: partyName, channel: 'face', understood: null, words: null }}
      draft={{ key: `put:${offer.id}`, caseId }}
      fields={[
        {
          name: 'understood',
          kind: 'pick',
          label: t('offers.put.understood'),
          required: true,
          wide: true,
          options: list(understandings, 'offers.understood'),
        },
        { name: 'putAt', kind: 'instant', label: t('offers.put.putAt'), required: true },
        { name: 'channel', kind: 'select', label: t('offers.put.channel'), required: true, options: list(channels, 'contacts.channel') },
        {
          name: 'putTo',
          kind: 'select',
          label: t('offers.put.putTo'),
          required: true,
          options: list(counterparts, 'contacts.counterpart'),
        },
        { name: 'putToName', kind: 'text', label: t('offers.put.putToName') },
        { name: 'words', kind: 'long', label: t('offers.put.words'), max: 100_000 },
      ]}
      saveLabel={t('offers.put.save')}
      onSave={async ({ putAt, words, understood, ...values }) => {
        const answer = { ...values, putAt: putAt ?? now, words: words ?? '', understood: understood ?? 'unclear' };
        const problem = await attempt((api) => api.offers.put({ caseId, offerId: offer.id, ...answer }));
        if (problem === null) toast.done(t('offers.panel.putDone', { version: offer.version }));
        return problem;
      }}
      onClose={onClose}
    />
  );
};

type Answer = { answer: 'countered' | 'refused'; reply: string | null; counterFen: number | null };

/** A counter-offer or a no, in the party's words. */
export const ReplyDialog = ({ caseId, offer, onClose }: Own) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const answers: Answer['answer'][] = offer.state === 'put' ? ['countered', 'refused'] : ['refused'];
  return (
    <RecordDialog<Answer>
      title={t('offers.reply.title', { version: offer.version })}
      note={t('offers.reply.note')}
      initial={{ answer: answers[0] ?? 'refused', reply: null, counterFen: null }}
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
        { name: 'reply', kind: 'long', label: t('offers.reply.words'), required: true },
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

type Ask = { ask: string | null; whyFileSilent: string | null; factsChecked: string | null };

/** Asks superiors for the amount above one's own limit, with the sentence written already. */
export const EscalateDialog = ({ caseId, offer, limitFen, onClose }: Own & { limitFen: number }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const toast = useToast();
  const amountFen = oursOf(offer);
  const facts = { version: offer.version, ours: format.money(amountFen), limit: format.money(limitFen) };
  const save = (values: Ask) =>
    attempt(async (api) => {
      const given = { ...values, ask: values.ask ?? '', kind: 'over-authority' as const, amountFen, partyId: offer.partyId as PartyId };
      const { id } = await api.escalations.write({ caseId, values: given });
      await api.escalations.submit({ caseId, escalationId: id });
      toast.done(t('offers.escalate.done'));
    });
  return (
    <RecordDialog<Ask>
      title={t('offers.escalate.title', facts)}
      note={t('offers.escalate.note', facts)}
      initial={{ ask: t('offers.escalate.askFor', facts), whyFileSilent: null, factsChecked: null }}
      draft={{ key: `escalate:${offer.id}`, caseId }}
      fields={[
        { name: 'ask', kind: 'text', label: t('offers.escalate.ask'), required: true, wide: true, max: 500 },
        { name: 'whyFileSilent', kind: 'long', label: t('offers.escalate.why'), max: 100_000 },
        { name: 'factsChecked', kind: 'long', label: t('offers.escalate.facts'), max: 100_000 },
      ]}
      saveLabel={t('offers.escalate.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
