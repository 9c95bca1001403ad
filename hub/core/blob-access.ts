import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { maxAttachmentBytes } from '../../shared/attachments/model.ts';
import type { BlobStatesReply, BlobStatesRequest, UploadMetadata } from '../../shared/sync/attachment-messages.ts';
import { fieldValue, type CaseRow } from '../../shared/sync/case-view.ts';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { blobsOf, findBlob, openUploadsOf, type BlobRow } from '../db/blob-rows.ts';
import { headsOf, rowsById, rowsOfEntities } from '../db/case-rows.ts';
import { listBranches } from '../db/people-rows.ts';
import { hasQuarantinedText } from '../db/quarantine-rows.ts';
import type { SqlReads } from '../db/sql.ts';
import { isInScopeNow } from './entitlement.ts';
import type { Claims, HubPorts } from './ports.ts';
import { fromSnapshot, type Asking } from './reading.ts';

/** Rows that name content: photos and scans, and printed papers as they were served. */
const contentEntities: readonly string[] = ['attachment', 'document'];
/** Small pictures are made by the app and stay small. */
const maxThumbnailBytes = 512 * 1024;

const maySeeNow = async (reads: SqlReads, { standing }: Asking, caseId: string): Promise<boolean> => {
  const [head] = await headsOf(reads, [caseId]);
  if (!head) return false;
  const regions = new Map((await listBranches(reads)).map(({ id, regionId }) => [id, regionId]));
  return isInScopeNow(standing, head, regions);
};

const names = (row: CaseRow, sha256: string): boolean =>
  fieldValue(row, 'sha256') === sha256 || fieldValue(row, 'thumbnailSha256') === sha256;

/** Whether the size and the hash are those the row promised. The size of an original is known exactly, that of a printed paper is not. */
const promised = (row: CaseRow, { lane, sha256 }: UploadMetadata, bytes: number): boolean => {
  if (lane === 'thumbnail') return fieldValue(row, 'thumbnailSha256') === sha256 && bytes <= maxThumbnailBytes;
  return fieldValue(row, 'sha256') === sha256 && (row.entity !== 'attachment' || fieldValue(row, 'bytes') === bytes);
};

/**
 * May this device send this content? Its metadata comes first, through the other lane: a file that no row of the case names is
 * not taken in. Whoever may see the case now may send; so may the person who wrote the row while the case was theirs, and a
 * device whose change waits for the handler. Everybody else is answered as if there were no such case. Source: SPEC [SY-60].
 */
export const admitUpload = (
  ports: HubPorts,
  who: Claims,
  { metadata, bytes }: { metadata: UploadMetadata; bytes: number },
): Promise<Result<{ there: boolean }, HubProblem>> =>
  flat(
    fromSnapshot(ports, who, async (reads, asking): Promise<Result<{ there: boolean }, HubProblem>> => {
      if (bytes < 1 || bytes > maxAttachmentBytes) return err(hubProblem('too-large', { bytes, maxBytes: maxAttachmentBytes }));
      const { caseId, attachmentId, sha256 } = metadata;
      const found = (await rowsById(reads, [attachmentId])).find(
        ({ caseId: owner, row }) => owner === caseId && contentEntities.includes(row.entity),
      );
      if (found) {
        const mine = found.row.made[1] === who.personId;
        if (!mine && !(await maySeeNow(reads, asking, caseId))) return err(hubProblem('not-found'));
        if (!promised(found.row, metadata, bytes)) return err(hubProblem('conflict', { field: 'sha256' }));
      } else if (!(await hasQuarantinedText(reads, { caseId, deviceId: who.deviceId }, [attachmentId, sha256]))) {
        return err(hubProblem('not-found'));
      }
      return ok({ there: (await findBlob(reads, caseId, sha256)) !== undefined });
    }),
  );

/** Content is read through a case that names it and that the person may see now; a guessed hash is answered like a missing one. */
export const admitDownload = (
  ports: HubPorts,
  who: Claims,
  { caseId, sha256 }: { caseId: string; sha256: string },
): Promise<Result<BlobRow, HubProblem>> =>
  flat(
    fromSnapshot(ports, who, async (reads, asking): Promise<Result<BlobRow, HubProblem>> => {
      if (!(await maySeeNow(reads, asking, caseId))) return err(hubProblem('not-found'));
      const rows = await rowsOfEntities(reads, [caseId], contentEntities);
      const blob = rows.some(({ row }) => names(row, sha256)) ? await findBlob(reads, caseId, sha256) : undefined;
      return blob ? ok(blob) : err(hubProblem('not-found'));
    }),
  );

/** What is here of the content a device asks about: of a case it may see, or of uploads it began itself. */
export const blobStates = (ports: HubPorts, who: Claims, request: BlobStatesRequest): Promise<Result<BlobStatesReply, HubProblem>> =>
  fromSnapshot(ports, who, async (reads, asking): Promise<BlobStatesReply> => {
    const { caseId, sha256s, requestId } = request;
    const seen = await maySeeNow(reads, asking, caseId);
    const rows = await rowsOfEntities(reads, [caseId], contentEntities);
    const known = sha256s.filter((sha256) => rows.some(({ row }) => names(row, sha256) && (seen || row.made[1] === who.personId)));
    const whole = new Map((await blobsOf(reads, caseId, known)).map((blob) => [blob.sha256, blob]));
    const open = new Map((await openUploadsOf(reads, { caseId, deviceId: who.deviceId }, sha256s)).map((one) => [one.sha256, one]));
    const states = sha256s.map((sha256): BlobStatesReply['states'][number] => {
      const blob = whole.get(sha256);
      if (blob) return { sha256, state: 'complete', bytes: blob.bytes, uploadId: null };
      const upload = open.get(sha256);
      return upload
        ? { sha256, state: 'partial', bytes: upload.bytes, uploadId: upload.uploadId }
        : { sha256, state: 'missing', bytes: 0, uploadId: null };
    });
    return { requestId, states };
  });

const flat = async <T>(answer: Promise<Result<Result<T, HubProblem>, HubProblem>>): Promise<Result<T, HubProblem>> => {
  const outer = await answer;
  return outer.ok ? outer.value : outer;
};
