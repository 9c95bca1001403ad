import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { channels, counterparts, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import { understandings } from '../../../shared/disclosures/model.ts';
import type { PaperLine } from '../../../shared/papers/checklist.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { usePaperWords } from './paper-words.ts';
import { checklistOf, noticeFacts, targetOf } from './paper-view.ts';

type Values = {
  toWhom: Counterpart;
  toName: string | null;
  channel: Channel;
  askedAt: string | null;
  expectedOn: string | null;
  understood: (typeof understandings)[number];
  words: string | null;
  reason: string | null;
};

type Props = {
  file: CaseFile;
  partyId: string | null;
  lines: readonly PaperLine[];
  named: readonly PaperLine[];
  now: string;
  onClose: () => void;
};

/** The words a notice begins with: every paper with its number and what to look out for. */
const useWords = (named: readonly PaperLine[]): string => {
  const { t } = useTranslation();
  const { lineName, hintOf } = usePaperWords();
  const list = named.map((line, i) => `${i + 1}. ${[lineName(line), hintOf(line)].filter(Boolean).join(t('papers.notice.colon'))}`);
  return [t('papers.notice.opening'), ...list, t('papers.notice.closing')].join('\n');
};

const useFields = (late: number): RecordField<Values>[] => {
  const { t } = useTranslation();
  const choice = (group: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return [
    {
      name: 'toWhom',
      kind: 'select',
      label: t('papers.notice.toWhom'),
      required: true,
      options: choice('contacts.counterpart', counterparts),
    },
    { name: 'toName', kind: 'text', label: t('papers.notice.toName'), max: 200 },
    {
      name: 'channel',
      kind: 'pick',
      label: t('papers.notice.channel'),
      required: true,
      wide: true,
      options: choice('contacts.channel', channels),
    },
    { name: 'askedAt', kind: 'instant', label: t('papers.notice.askedAt'), required: true },
    { name: 'expectedOn', kind: 'date', label: t('papers.notice.expectedOn') },
    {
      name: 'understood',
      kind: 'pick',
      label: t('papers.notice.understood'),
      required: true,
      wide: true,
      options: choice('contacts.understood', understandings),
    },
    { name: 'words', kind: 'long', label: t('papers.notice.words'), required: true, wide: true, rows: 8 },
    ...(late === 0
      ? []
      : [
          {
            name: 'reason' as const,
            kind: 'long' as const,
            label: t('papers.notice.reason'),
            hint: t('papers.notice.reasonHint'),
            required: true,
            wide: true,
          },
        ]),
  ];
};

/** 一次性告知: everything missing is named at once; something new in a later notice asks why. */
export const NoticeDialog = ({ file, partyId, lines, named, now, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const { lineName } = usePaperWords();
  const { round, late, left, toWhom, toName } = noticeFacts(file, partyId, { lines, named });
  const words = useWords(named);
  const names = (some: readonly PaperLine[]): string => some.map(lineName).join(t('papers.panel.comma'));
  const note = [
    late.length === 0 ? '' : t('papers.notice.late', { count: late.length, names: names(late) }),
    left.length === 0 ? '' : t('papers.notice.left', { count: left.length, names: names(left) }),
  ];
  const save = async (values: Values) => {
    const problem = await attempt((api) =>
      api.papers.notify({
        caseId: file.case.id,
        partyId,
        papers: named.map(targetOf),
        checklist: checklistOf(lines),
        toWhom: values.toWhom,
        toName: values.toName,
        channel: values.channel,
        askedAt: values.askedAt ?? now,
        expectedOn: values.expectedOn,
        understood: values.understood,
        words: values.words ?? '',
        reason: values.reason ?? '',
      }),
    );
    if (problem === null) toast.done(t('papers.notice.done', { count: named.length }));
    return problem;
  };
  return (
    <RecordDialog<Values>
      title={t('papers.notice.title', { round, count: named.length })}
      note={note.filter(Boolean).join('\n')}
      initial={{ toWhom, toName, channel: 'phone', askedAt: now, expectedOn: null, understood: 'yes', words, reason: null }}
      fields={useFields(late.length)}
      saveLabel={t('papers.notice.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
