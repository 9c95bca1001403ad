import { useSearch } from '@tanstack/react-router';
import type { CaseFile } from '../../shared/cases/contract.ts';
import { AttachmentStrip } from '../features/attachments/attachment-strip.tsx';
import { QueuePage } from '../features/escalation-queue/queue-page.tsx';

const enclosures = (file: CaseFile, ids: readonly string[]) => (
  <AttachmentStrip caseId={file.case.id} partyId={null} attachments={file.attachments.filter(({ id }) => ids.includes(id))} readOnly />
);

/** Reads the address and joins the queue with the pictures of its enclosures. */
export const EscalationsRoute = () => {
  const { id } = useSearch({ strict: false }) as { id?: string };
  return <QueuePage key={id ?? ''} initialId={typeof id === 'string' ? id : null} enclosures={enclosures} />;
};
