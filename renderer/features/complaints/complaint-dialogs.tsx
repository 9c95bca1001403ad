import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { complaintTopics, type Complaint, type ComplaintTopic } from '../../../shared/complaints/model.ts';
import { nextState } from '../../../shared/complaints/rules.ts';
import { channels, counterparts, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import type { PartyId } from '../../../shared/kernel/ids.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Own = { caseId: string; now: string; onClose: () => void };

const useChoices = () => {
  const { t } = useTranslation();
  return (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
};

type Received = {
  topic: ComplaintTopic | null;
  urgent: boolean;
  body: string | null;
  saidBy: Counterpart;
  saidByName: string | null;
  channel: Channel;
  madeAt: string | null;
  ownerName: string | null;
};

/** A complaint as it is said: what about, in which words, by whom and how. Its log is made with it. */
export const ReceiveDialog = ({ caseId, now, onClose, file, partyId }: Own & { file: CaseFile; partyId: string | null }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const choices = useChoices();
  const key = `complaint:${caseId}`;
  return (
    <RecordDialog<Received>
      title={t('complaints.receive.title')}
      note={t('complaints.receive.note')}
      initial={{
        topic: null,
        urgent: false,
        body: null,
        saidBy: 'injured',
        saidByName: file.parties.find(({ id }) => id === partyId)?.name ?? null,
        channel: 'phone',
        madeAt: now,
        ownerName: file.case.ownerName,
      }}
      draft={{ key, caseId }}
      fields={[
        {
          name: 'topic',
          kind: 'pick',
          label: t('complaints.field.topic'),
          required: true,
          wide: true,
          options: choices(complaintTopics, 'complaints.topic'),
        },
        { name: 'body', kind: 'long', label: t('complaints.field.body'), required: true, max: 20_000, rows: 3, wide: true },
        {
          name: 'saidBy',
          kind: 'select',
          label: t('complaints.field.saidBy'),
          required: true,
          options: choices(counterparts, 'contacts.counterpart'),
        },
        { name: 'saidByName', kind: 'text', label: t('complaints.field.saidByName') },
        {
          name: 'channel',
          kind: 'select',
          label: t('complaints.field.channel'),
          required: true,
          options: choices(channels, 'contacts.channel'),
        },
        { name: 'madeAt', kind: 'instant', label: t('complaints.field.madeAt'), required: true },
        { name: 'urgent', kind: 'yesNo', label: t('complaints.field.urgent'), hint: t('complaints.field.urgentHint') },
        { name: 'ownerName', kind: 'text', label: t('complaints.field.owner') },
      ]}
      saveLabel={t('complaints.receive.save')}
      onSave={({ madeAt, topic, body, ...values }) =>
        attempt((api) =>
          api.complaints.receive({
            caseId,
            values: {
              ...values,
              ...(topic === null ? {} : { topic }),
              ...(body === null ? {} : { body }),
              madeAt: madeAt ?? now,
              partyId: partyId as PartyId | null,
            },
            draftKey: key,
          }),
        )
      }
      onClose={onClose}
    />
  );
};

type Row = Own & { row: Complaint };

/** Who answers for it. */
export const AssignDialog = ({ caseId, row, suggested, onClose }: Row & { suggested: string | null }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  return (
    <RecordDialog<{ ownerName: string | null; urgent: boolean }>
      title={t('complaints.assign.title')}
      initial={{ ownerName: row.ownerName ?? suggested, urgent: row.urgent === true }}
      draft={{ key: `complaint-owner:${row.id}`, caseId }}
      fields={[
        { name: 'ownerName', kind: 'text', label: t('complaints.field.owner'), required: true },
        { name: 'urgent', kind: 'yesNo', label: t('complaints.field.urgent'), hint: t('complaints.field.urgentHint') },
      ]}
      saveLabel={t('complaints.assign.save')}
      onSave={({ ownerName, urgent }) =>
        attempt((api) => api.complaints.assign({ caseId, complaintId: row.id, seen: row.rev, ownerName: ownerName ?? '', urgent }))
      }
      onClose={onClose}
    />
  );
};

/** The next step in its own words: what was said, what will be done until when, what came of it. */
export const MoveDialog = ({ caseId, row, now, onClose }: Row) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const choices = useChoices();
  const to = nextState[row.state] ?? 'done';
  const key = `complaint-${to}:${row.id}`;
  return (
    <RecordDialog<{ words: string | null; at: string | null; channel: Channel }>
      title={t(`complaints.act.${to}`)}
      note={t(`complaints.move.note.${to}`)}
      initial={{ words: null, at: now, channel: row.channel }}
      draft={{ key, caseId }}
      fields={[
        { name: 'words', kind: 'long', label: t(`complaints.move.words.${to}`), required: true, rows: 3, wide: true },
        { name: 'at', kind: 'instant', label: t('complaints.field.at'), required: true },
        ...(to === 'contacted'
          ? [
              {
                name: 'channel' as const,
                kind: 'select' as const,
                label: t('complaints.field.channel'),
                required: true,
                options: choices(channels, 'contacts.channel'),
              },
            ]
          : []),
      ]}
      saveLabel={t('complaints.move.save')}
      onSave={({ words, at, channel }) =>
        attempt((api) =>
          api.complaints.move({
            caseId,
            complaintId: row.id,
            to,
            at: at ?? now,
            words: words ?? '',
            channel: to === 'contacted' ? channel : null,
            draftKey: key,
          }),
        )
      }
      onClose={onClose}
    />
  );
};
