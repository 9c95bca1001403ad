import type { Printed } from '../../../shared/documents/contract.ts';
import type { DocumentKind, PrintedDocument } from '../../../shared/documents/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { findRow } from '../../db/rows.ts';
import { printedDocument } from '../../../shared/documents/model.ts';
import type { Session } from '../session.ts';
import { latestVersion } from './document-rows.ts';
import { pageMarkup } from './page.tsx';
import type { PrintShelf } from './print-shelf.ts';
import { contentOf, gapOf, type Content, type Material, type Subject } from './render.tsx';

type Order = { kind: DocumentKind; material: Material; subject: Subject; fullIdNumber: boolean };
type Ready = { document: PrintedDocument; page: string; isNew: boolean };

/**
 * 打印: makes the paper from the file as it stands. Unchanged content gives the pages of its version again; changed content
 * becomes the next version, and the earlier ones stay as they were.
 */
export const printDocument = (session: Session, shelf: PrintShelf, order: Order): Result<Printed, Problem> => {
  const gap = gapOf(order.kind, order.material, order.subject);
  if (gap !== null) return err(problem('wrong-state', 'kind', { gap }));
  const content = contentOf(order.kind, order.material, order.subject);
  const last = latestVersion(session.read, keyOf(order));
  const kept = last?.contentHash === content.hash ? keptPage(session, last) : null;
  const ready = kept === null ? newVersion(session, order, { content, version: (last?.version ?? 0) + 1 }) : ok(kept);
  return ready.ok ? ok(offered(shelf, ready.value)) : ready;
};

/** The pages of an earlier version, exactly as they were printed. */
export const printAgain = (
  session: Session,
  shelf: PrintShelf,
  { caseId, documentId }: { caseId: string; documentId: string },
): Result<Printed, Problem> => {
  const row = findRow(session.read, printedDocument, documentId);
  const kept = row && row.caseId === caseId ? keptPage(session, row) : null;
  return kept === null ? err(problem('not-found', 'documentId')) : ok(offered(shelf, kept));
};

const keyOf = ({ kind, material, subject }: Order) => ({
  caseId: material.own.case.id,
  kind,
  partyId: subject.party?.id ?? null,
  subjectId: subject.escalation?.id ?? null,
});

const keptPage = ({ blobs }: Session, document: PrintedDocument): Ready | null => {
  const bytes = blobs.read(document.sha256);
  return bytes === null ? null : { document, page: Buffer.from(bytes).toString('utf8'), isNew: false };
};

const newVersion = (
  session: Session,
  order: Order,
  { content, version }: { content: Content; version: number },
): Result<Ready, Problem> => {
  const { caseId, kind, partyId, subjectId } = keyOf(order);
  const { case: row } = order.material.own;
  const page = pageFor(session, order, { content, version });
  const stored = session.blobs.put(Buffer.from(page, 'utf8'));
  if (!stored.ok) return stored;
  const fields = {
    partyId,
    kind,
    subjectId,
    version,
    contentHash: content.hash,
    checkCode: content.checkCode,
    sha256: stored.value.sha256,
    madeFor: order.subject.party?.name ?? row.insuredName,
    quotes: content.quotes,
    fullIdNumber: order.fullIdNumber,
    wordingVersion: order.material.says.version,
  };
  const id = session.ids.next();
  const done = session.commit({
    kind: 'print-document',
    caseId: caseId as CaseId,
    ops: [{ op: 'insert', entity: 'document', id, fields }],
  });
  if (!done.ok) return done;
  const document = findRow(session.read, printedDocument, id);
  if (!document) throw new Error('a printed document is not in its table');
  return ok({ document, page, isNew: true });
};

const pageFor = (session: Session, { material }: Order, { content, version }: { content: Content; version: number }): string =>
  pageMarkup({
    title: content.title,
    reportNumber: material.own.case.reportNumber,
    version,
    checkCode: content.checkCode,
    madeAt: session.clock.now().at,
    byName: session.person().name,
    content: content.markup,
  });

const offered = (shelf: PrintShelf, { document, page, isNew }: Ready): Printed => ({
  printId: shelf.put(page),
  documentId: document.id,
  version: document.version ?? 1,
  checkCode: document.checkCode,
  isNew,
});
