import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { AttachmentStrip } from '../../../features/attachments/attachment-strip.tsx';
import { PaperPanel } from '../../../features/papers/paper-panel.tsx';
import { problemText } from '../../../i18n/problem-text.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import type { CasePanel } from '../../case-panel.ts';
import { useAttempt } from '../../use-attempt.ts';

type Photos = { file: CaseFile; paperId: string; partyId: string | null; readOnly: boolean };

/** The scans of one paper; what was photographed before can be tied to it. */
const PaperPhotos = ({ file, paperId, partyId, readOnly }: Photos) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const loose = file.attachments.filter((one) => one.voidReason === null && one.paperId === null && one.kind !== 'sound');
  const tie = async (attachmentId: string): Promise<void> => {
    const problem = await attempt((api) => api.papers.tie({ caseId: file.case.id, attachmentId, paperId }));
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  return (
    <>
      <AttachmentStrip
        caseId={file.case.id}
        partyId={partyId}
        paperId={paperId}
        subject="paper"
        attachments={file.attachments.filter((one) => one.paperId === paperId)}
        readOnly={readOnly}
      />
      {readOnly || loose.length === 0 ? null : (
        <Select<string>
          size="small"
          aria-label={t('papers.tie.label')}
          placeholder={t('papers.tie.label')}
          value={null as unknown as string}
          options={loose.map(({ id, name, subject }) => ({ value: id, label: `${name} · ${t(`attachments.subject.${subject}`)}` }))}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ marginTop: 4, minWidth: 180 }}
          onChange={(id) => void tie(id)}
        />
      )}
    </>
  );
};

/** The papers of one person and of the accident, with their scans. */
export const PaperSection = ({ file, partyId, can, now }: CasePanel & { now: string }) => (
  <PaperPanel
    key={partyId}
    file={file}
    partyId={partyId}
    now={now}
    readOnly={!can('paper.handle')}
    photos={(paperId, of) => <PaperPhotos file={file} paperId={paperId} partyId={of} readOnly={!can('attachment.add')} />}
  />
);
