import { Readable } from 'node:stream';
import type { BlobFiles } from '../../hub/attachments/blob-files.ts';
import { beginUpload, finishUpload } from '../../hub/attachments/take-upload.ts';
import { authenticateSender } from '../../hub/core/authenticate-sender.ts';
import { blobStates } from '../../hub/core/blob-access.ts';
import type { HubPorts } from '../../hub/core/ports.ts';
import { promisedIn } from '../../hub/core/promised-content.ts';
import { completeUpload, findUpload } from '../../hub/db/blob-rows.ts';
import type { HubFault } from './planted.ts';
import type { Sending, Sent } from '../../electron/sync/content/ports.ts';
import type { BlobStatesRequest } from '../../shared/sync/attachment-messages.ts';
import { err } from '../../shared/kernel/result.ts';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';

/** The real desk for files without tus: a file comes whole, or the line is cut after it was begun. */
export const createFileDesk = (ports: () => HubPorts, fault: HubFault | null) => {
  // Files lie beside the database: a server that fails over finds them again.
  const disk = new Map<string, Uint8Array>();
  const files: BlobFiles = {
    store: undefined as never,
    read: async (uploadId) => Readable.from([disk.get(uploadId) ?? new Uint8Array()]),
    settle: async () => undefined,
    remove: async (uploadId) => void disk.delete(uploadId),
  };
  return {
    disk,
    states: async (token: string, request: BlobStatesRequest) => {
      const who = await authenticateSender(ports(), token);
      return who.ok ? blobStates(ports(), who.value, request) : who;
    },
    send: async ({ accessToken, metadata, bytes, uploadId }: Sending, isCut: boolean): Promise<Sent> => {
      const who = await authenticateSender(ports(), accessToken);
      if (!who.ok) return { ok: false, code: who.error.code };
      const id = uploadId ?? ports().ids.next();
      const known = uploadId === null ? undefined : await ports().db.snapshot((reads) => findUpload(reads, id));
      const begun =
        uploadId === null
          ? await beginUpload(ports(), who.value, { uploadId: id, metadata, bytes: bytes.length })
          : known?.deviceId === who.value.deviceId
            ? ({ ok: true } as const)
            : err(hubProblem('not-found'));
      if (!begun.ok) return { ok: false, code: codeOf(begun.error, uploadId === null ? 'rejected' : 'changed') };
      if (isCut && fault === 'cut-file-complete') return countCut(ports(), id);
      if (isCut) return { ok: false, code: 'cut' };
      disk.set(id, bytes);
      const done = await finishUpload(ports(), files, id);
      return done.ok ? { ok: true } : { ok: false, code: 'changed' };
    },
    /** What lines of a case promise and what of it is not here, whole, with its hash. */
    missingOf: (caseId: string, hashOf: (bytes: Uint8Array) => string): Promise<string[]> =>
      ports().db.snapshot(async (reads) => {
        const promised = (await promisedIn(reads, caseId)).flatMap(({ field }) => [field('sha256'), field('thumbnailSha256')]);
        const blobs = await reads.query<{ sha256: string; uploadId: string }>(
          'SELECT sha256, upload_id AS "uploadId" FROM blobs WHERE case_id = $1',
          caseId,
        );
        const whole = new Set(
          blobs.filter(({ sha256, uploadId }) => hashOf(disk.get(uploadId) ?? new Uint8Array()) === sha256).map(({ sha256 }) => sha256),
        );
        return promised.filter((one): one is string => typeof one === 'string' && !whole.has(one));
      }),
  };
};

/** A hub that counts what it was promised instead of what came. */
const countCut = (ports: HubPorts, uploadId: string): Promise<Sent> =>
  ports.db.transaction(async (tx) => {
    const upload = await findUpload(tx, uploadId);
    if (upload) await completeUpload(tx, upload, ports.clock.now());
    return { ok: true };
  });

const codeOf = ({ code }: HubProblem, otherwise: 'rejected' | 'changed'): Exclude<Sent, { ok: true }>['code'] => {
  if (code === 'relogin' || code === 'revoked') return code;
  return code === 'taken' ? 'changed' : otherwise;
};
