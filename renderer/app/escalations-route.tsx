import { useSearch } from '@tanstack/react-router';
import type { CaseFile } from '../../shared/cases/contract.ts';
import { AdvanceDossier } from '../features/advances/advance-dossier.tsx';
import { AttachmentStrip } from '../features/attachments/attachment-strip.tsx';
import { QueuePage, type AdvanceProps } from '../features/escalation-queue/queue-page.tsx';

const enclosures = (file: CaseFile, ids: readonly string[]) => (
  <AttachmentStrip caseId={file.case.id} partyId={null} attachments={file.attachments.filter(({ id }) => ids.includes(id))} readOnly />
);

const advance = (props: AdvanceProps) => <AdvanceDossier {...props} />;

/** Reads the address and joins the queue with the pictures of its enclosures. */
export const EscalationsRoute = () => {
  const { id } = useSearch({ strict: false }) as { id?: string };
  return <QueuePage key={id ?? ''} initialId={typeof id === 'string' ? id : null} enclosures={enclosures} advance={advance} />;
};
