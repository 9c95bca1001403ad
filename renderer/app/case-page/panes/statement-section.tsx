import { AttachmentStrip } from '../../../features/attachments/attachment-strip.tsx';
import { StatementPanel } from '../../../features/statements/statement-panel.tsx';
import type { CasePanel } from '../../case-panel.ts';

/** The first statement of one person; a photo of the signed paper can be added on the spot. */
export const StatementSection = ({ file, partyId, can }: CasePanel & { partyId: string }) => {
  const papers = (
    <AttachmentStrip
      caseId={file.case.id}
      partyId={partyId}
      subject="record"
      attachments={file.attachments.filter((one) => one.partyId === partyId && one.subject === 'record')}
      readOnly={!can('attachment.add')}
    />
  );
  return <StatementPanel file={file} partyId={partyId} mayFreeze={can('fact.add')} papers={papers} />;
};
