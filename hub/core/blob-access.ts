import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { maxAttachmentBytes } from '../../shared/attachments/model.ts';
import type { BlobStatesReply, BlobStatesRequest, UploadMetadata } from '../../shared/sync/attachment-messages.ts';
import { may } from '../../shared/people/access.ts';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { blobsOf, findBlob, openUploadsOf, type BlobRow, type UploadRow } from '../db/blob-rows.ts';
import { headsOf } from '../db/case-rows.ts';
import { listBranches } from '../db/people-rows.ts';
import type { SqlReads } from '../db/sql.ts';
import { isInScopeNow } from './entitlement.ts';
import type { Claims, HubPorts } from './ports.ts';
import { isPromised, namesContent, promisedIn } from './promised-content.ts';
import { fromSnapshot, type Asking } from './reading.ts';

const maySeeNow = async (reads: SqlReads, { standing }: Asking, caseId: string): Promise<boolean> => {
  const [head] = await headsOf(reads, [caseId]);
  if (!head) return false;
  const regions = new Map((await listBranches(reads)).map(({ id, regionId }) => [id, regionId]));
  return isInScopeNow(standing, head, regions);
};

/** Who sends or asks how far a file is. `revoked`: a device that may do nothing else any more. */
export type Sender = Claims & { revoked?: true };

type Sending = { reads: SqlReads; asking: Asking | null };

/** A revoked device sees nothing; what it still may do follows from what it wrote itself. Source: SPEC [SY-58]. */
const fromSender = <T>(ports: HubPorts, who: Sender, work: (sending: Sending) => Promise<T>): Promise<Result<T, HubProblem>> =>
  who.revoked
    ? ports.db.snapshot(async (reads) => ok(await work({ reads, asking: null })))
    : fromSnapshot(ports, who, (reads, asking) => work({ reads, asking }));

/**
 * May this device send this content? Its metadata comes first, through the other lane: a file that no line of the case names is
 * not taken in. Whoever may see the case now may send; so may the person who wrote the line, while the case was theirs or in a
 * change that waits for the handler. Everybody else is answered as if there were no such case. Source: SPEC [SY-60], [SY-61].
 */
export const admitUpload = (
  ports: HubPorts,
  who: Sender,
  { metadata, bytes }: { metadata: UploadMetadata; bytes: number },
): Promise<Result<{ there: boolean }, HubProblem>> =>
  flat(
    fromSender(ports, who, async ({ reads, asking }): Promise<Result<{ there: boolean }, HubProblem>> => {
      if (bytes < 1 || bytes > maxAttachmentBytes) return err(hubProblem('too-large', { bytes, maxBytes: maxAttachmentBytes }));
      const { caseId, attachmentId, sha256 } = metadata;
      const seen = asking !== null && (await maySeeNow(reads, asking, caseId));
      const named = (await promisedIn(reads, caseId)).filter(({ id }) => id === attachmentId);
      const allowed = named.filter(({ personId, waits }) => personId === who.personId || (seen && !waits));
      if (allowed.length === 0) return err(hubProblem('not-found'));
      if (!allowed.some((one) => isPromised(one, metadata, bytes))) return err(hubProblem('conflict', { field: 'sha256' }));
      return ok({ there: (await findBlob(reads, caseId, sha256)) !== undefined });
    }),
  );

/**
 * Content is read through a case that names it and that the person may see now, or through a change that waits for their
 * decision; a guessed hash is answered like a missing one.
 */
export const admitDownload = (
  ports: HubPorts,
  who: Claims,
  { caseId, sha256 }: { caseId: string; sha256: string },
): Promise<Result<BlobRow, HubProblem>> =>
  flat(
    fromSnapshot(ports, who, async (reads, asking): Promise<Result<BlobRow, HubProblem>> => {
      if (!(await maySeeNow(reads, asking, caseId))) return err(hubProblem('not-found'));
      const decides = may(asking.standing.role, 'quarantine.decide', 'open');
      const named = (await promisedIn(reads, caseId)).some((one) => namesContent(one, sha256) && (!one.waits || decides));
      const blob = named ? await findBlob(reads, caseId, sha256) : undefined;
      return blob ? ok(blob) : err(hubProblem('not-found'));
    }),
  );

/** What is here of the content a device asks about: of a case it may see, of lines its person wrote, or of uploads it began itself. */
export const blobStates = async (
  ports: HubPorts,
  who: Sender,
  request: BlobStatesRequest,
): Promise<Result<BlobStatesReply, HubProblem>> => {
  const answer = await fromSender(ports, who, async ({ reads, asking }): Promise<BlobStatesReply> => {
    const { caseId, sha256s, requestId } = request;
    const seen = asking !== null && (await maySeeNow(reads, asking, caseId));
    const promised = (await promisedIn(reads, caseId)).filter(({ personId, waits }) => personId === who.personId || (seen && !waits));
    const known = sha256s.filter((sha256) => promised.some((one) => namesContent(one, sha256)));
    const whole = new Map((await blobsOf(reads, caseId, known)).map((blob) => [blob.sha256, blob]));
    const open = new Map((await openUploadsOf(reads, { caseId, deviceId: who.deviceId }, sha256s)).map((one) => [one.sha256, one]));
    return { requestId, states: sha256s.map((sha256) => stateOf(sha256, whole.get(sha256), open.get(sha256))) };
  });
  // Whoever hears that it is here may throw its own copy away.
  if (answer.ok && answer.value.states.some(({ state }) => state === 'complete')) await ports.durability.settled();
  return answer;
};

const stateOf = (sha256: string, blob: BlobRow | undefined, upload: UploadRow | undefined): BlobStatesReply['states'][number] => {
  if (blob) return { sha256: sha256 as never, state: 'complete', bytes: blob.bytes, uploadId: null };
  return upload
    ? { sha256: sha256 as never, state: 'partial', bytes: upload.bytes, uploadId: upload.uploadId }
    : { sha256: sha256 as never, state: 'missing', bytes: 0, uploadId: null };
};

const flat = async <T>(answer: Promise<Result<Result<T, HubProblem>, HubProblem>>): Promise<Result<T, HubProblem>> => {
  const outer = await answer;
  return outer.ok ? outer.value : outer;
};
