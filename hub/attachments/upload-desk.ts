import { Server, type Locker, type Upload } from '@tus/server';
import { uploadMetadataSchema, type UploadMetadata } from '../../shared/sync/attachment-messages.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import type { Sender } from '../core/blob-access.ts';
import type { HubPorts } from '../core/ports.ts';
import { statusOf } from '../server/status-of.ts';
import { findUpload } from '../db/blob-rows.ts';
import type { BlobFiles } from './blob-files.ts';
import { beginUpload, finishUpload } from './take-upload.ts';

export type UploadDesk = {
  path: string;
  files: BlobFiles;
  locker: Locker;
  maxBytes: number;
  /** Who sends this request, by its `Authorization`. */
  claimsOf: (authorization: string | undefined) => Promise<Result<Sender, HubProblem>>;
};

/** Answer to a content whose hash is not the promised one. The number is the one the checksum extension of tus gives it. */
export const wrongChecksum = 460;

/** tus takes thrown values of this shape as its answer. */
const refuse = (problem: HubProblem): never => {
  throw { status_code: statusOf[problem.code], body: JSON.stringify(problem) };
};

/** The tus 1.0 server of the hub: who may send what, one writer per upload, and complete only with the promised hash, on disk. */
export const createUploadDesk = (ports: HubPorts, desk: UploadDesk): Server => {
  const askedBy = async (request: { headers: Headers }): Promise<Sender> => {
    const who = await desk.claimsOf(request.headers.get('authorization') ?? undefined);
    return who.ok ? who.value : refuse(who.error);
  };
  return new Server({
    path: desk.path,
    relativeLocation: true,
    datastore: desk.files.store,
    locker: desk.locker,
    maxSize: desk.maxBytes,
    disableTerminationForFinishedUploads: true,
    onIncomingRequest: async (request, uploadId) => {
      const who = await askedBy(request);
      if (request.method === 'POST' || request.method === 'OPTIONS') return;
      const upload = await ports.db.snapshot((reads) => findUpload(reads, uploadId));
      if (upload?.deviceId !== who.deviceId) refuse(hubProblem('not-found'));
      if (request.method === 'HEAD') await finishWhole(ports, desk.files, uploadId);
    },
    onUploadCreate: async (request, upload) => {
      await admit(ports, await askedBy(request), upload);
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      await finish(ports, desk.files, upload.id);
      return {};
    },
    onResponseError: (_request, error) => {
      if ('status_code' in error) return undefined;
      ports.log('attachments.fault', { fault: error.name });
      return { status_code: 500, body: JSON.stringify(hubProblem('hub.fault')) };
    },
  });
};

/** Checks who and what before a byte is taken. */
const admit = async (ports: HubPorts, who: Sender, upload: Upload): Promise<void> => {
  const begun = await beginUpload(ports, who, { uploadId: upload.id, metadata: metadataOf(upload), bytes: upload.size ?? 0 });
  if (!begun.ok) refuse(begun.error);
};

const metadataOf = (upload: Upload): UploadMetadata => {
  const parsed = uploadMetadataSchema.safeParse(upload.metadata ?? {});
  return parsed.success ? parsed.data : refuse(hubProblem('malformed', { field: String(parsed.error.issues[0]?.path[0] ?? '') }));
};

/**
 * The node may have ended between the last byte and the check. Whoever asks how far an upload is would hear that it is whole, and
 * never send again what this hub does not know to have: so it is checked first.
 */
const finishWhole = async (ports: HubPorts, files: BlobFiles, uploadId: string): Promise<void> => {
  const { offset, size } = await files.store.getUpload(uploadId);
  if (size !== undefined && offset === size) await finish(ports, files, uploadId);
};

/** Content that is not what it said has been thrown away, so that the next try starts at nothing. */
const finish = async (ports: HubPorts, files: BlobFiles, uploadId: string): Promise<void> => {
  const done = await finishUpload(ports, files, uploadId);
  if (done.ok) return;
  if (done.error.code === 'conflict') throw { status_code: wrongChecksum, body: JSON.stringify(done.error) };
  refuse(done.error);
};
