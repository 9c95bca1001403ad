import type { UploadMetadata } from '../../shared/sync/attachment-messages.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { admitUpload, type Sender } from '../core/blob-access.ts';
import type { HubPorts } from '../core/ports.ts';
import { addUpload, completeUpload, dropUpload, findUpload } from '../db/blob-rows.ts';
import { contentOf, type BlobFiles } from './blob-files.ts';

type Beginning = { uploadId: string; metadata: UploadMetadata; bytes: number };

/** Checks who and what before a byte is taken, and remembers whose upload it is. */
export const beginUpload = async (
  ports: HubPorts,
  who: Sender,
  { uploadId, metadata, bytes }: Beginning,
): Promise<Result<void, HubProblem>> => {
  const admitted = await admitUpload(ports, who, { metadata, bytes });
  if (!admitted.ok) return admitted;
  const { caseId, sha256 } = metadata;
  if (admitted.value.there) return err(hubProblem('taken', { sha256 }));
  const { personId, deviceId } = who;
  await ports.db.transaction((tx) => addUpload(tx, { uploadId, caseId, sha256, personId, deviceId, bytes }, ports.clock.now()));
  return ok(undefined);
};

/** All bytes are here: they count once their hash is the promised one and they are on disk for good; else they are thrown away. */
export const finishUpload = async (ports: HubPorts, files: BlobFiles, uploadId: string): Promise<Result<void, HubProblem>> => {
  const upload = await ports.db.snapshot((reads) => findUpload(reads, uploadId));
  if (!upload) return err(hubProblem('not-found'));
  const content = await contentOf(files, uploadId);
  if (content.sha256 !== upload.sha256 || content.bytes !== upload.bytes) {
    await ports.db.transaction((tx) => dropUpload(tx, uploadId));
    await files.remove(uploadId);
    return err(hubProblem('conflict', { field: 'sha256' }));
  }
  await files.settle(uploadId);
  const kept = await ports.db.transaction((tx) => completeUpload(tx, upload, ports.clock.now()));
  if (!kept) await files.remove(uploadId);
  // The device may throw its own copy away once it hears that it is here.
  await ports.durability.settled();
  return ok(undefined);
};
