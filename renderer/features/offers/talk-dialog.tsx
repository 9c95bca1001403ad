import { useTranslation } from 'react-i18next';
import { channels, counterparts, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import type { DamageItem } from '../../../shared/damages/model.ts';
import type { PartyId } from '../../../shared/kernel/ids.ts';
import { mediationReplies } from '../../../shared/mediations/model.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import type { Negotiation, NegotiationLine } from '../../../shared/offers/negotiation-model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';

type Head = {
  heldAt: string | null;
  channel: Channel;
  askedBy: Counterpart;
  askedByName: string | null;
  oursFen: number | null;
  theirsFen: number | null;
  reply: Negotiation['reply'];
  note: string | null;
};
/** Two amounts per item stand beside the head, named after the item. */
type Values = Head & Record<`ours:${string}` | `theirs:${string}`, number | null>;

type Props = {
  caseId: string;
  partyId: string;
  partyName: string | null;
  offer: Offer | null;
  items: readonly DamageItem[];
  round: number;
  now: string;
  onClose: () => void;
};

const linesOf = (values: Values, items: readonly DamageItem[]): NegotiationLine[] =>
  items
    .map(({ id }) => ({ itemId: id, oursFen: values[`ours:${id}`] ?? null, theirsFen: values[`theirs:${id}`] ?? null, note: null }))
    .filter(({ oursFen, theirsFen }) => oursFen !== null || theirsFen !== null);

/** One round of talks, ours beside theirs: who, how, each side's figure per item and in total, and what they said. */
export const TalkDialog = ({ caseId, partyId, partyName, offer, items, round, now, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const key = `talk:${partyId}`;
  const list = (values: readonly string[], of: string) => values.map((value) => ({ value, label: t(`${of}.${value}`) }));
  // The own name of an item may be in another language than the screen.
  const nameOf = ({ kind, label }: DamageItem): string => [...new Set([t(`damages.kind.${kind}`), label])].filter(Boolean).join(' · ');
  const initial = {
    heldAt: now,
    channel: 'phone',
    askedBy: 'injured',
    askedByName: partyName,
    oursFen: null,
    theirsFen: null,
    reply: 'considering',
    note: null,
    ...Object.fromEntries(
      items.flatMap(({ id, allowedFen }) => [
        [`ours:${id}`, allowedFen],
        [`theirs:${id}`, null],
      ]),
    ),
  } as Values;
  const fields: RecordField<Values>[] = [
    { name: 'heldAt', kind: 'instant', label: t('offers.talk.heldAt'), required: true },
    { name: 'channel', kind: 'select', label: t('offers.talk.channel'), required: true, options: list(channels, 'contacts.channel') },
    {
      name: 'askedBy',
      kind: 'select',
      label: t('offers.talk.askedBy'),
      required: true,
      options: list(counterparts, 'contacts.counterpart'),
    },
    { name: 'askedByName', kind: 'text', label: t('offers.talk.askedByName') },
    ...items.flatMap((item): RecordField<Values>[] => [
      { name: `ours:${item.id}`, kind: 'amount', label: t('offers.talk.itemOurs', { item: nameOf(item) }) },
      { name: `theirs:${item.id}`, kind: 'amount', label: t('offers.talk.itemTheirs', { item: nameOf(item) }) },
    ]),
    { name: 'oursFen', kind: 'amount', label: t('offers.talk.ours') },
    { name: 'theirsFen', kind: 'amount', label: t('offers.talk.theirs') },
    {
      name: 'reply',
      kind: 'pick',
      label: t('offers.talk.reply'),
      required: true,
      wide: true,
      options: list(mediationReplies, 'mediations.reply'),
    },
    { name: 'note', kind: 'long', label: t('offers.talk.words'), max: 100_000 },
  ];
  const save = (values: Values) => {
    const { heldAt, channel, askedBy, askedByName, oursFen, theirsFen, reply, note } = values;
    const head = { heldAt: heldAt ?? now, channel, askedBy, askedByName, oursFen, theirsFen, reply, note };
    const of = { partyId: partyId as PartyId, offerId: (offer?.id ?? null) as Negotiation['offerId'] };
    return attempt((api) => api.offers.negotiate({ caseId, values: { ...head, ...of, lines: linesOf(values, items) }, draftKey: key }));
  };
  return (
    <RecordDialog<Values>
      title={t('offers.talk.dialog', { round })}
      note={t('offers.talk.note')}
      initial={initial}
      draft={{ key, caseId }}
      fields={fields}
      saveLabel={t('offers.talk.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
