import type { SqlReads, SqlTx } from './sql.ts';

export type BlobRow = { sha256: string; uploadId: string; bytes: number };
export type UploadRow = { uploadId: string; caseId: string; sha256: string; personId: string; deviceId: string; bytes: number };

export const findBlob = async (reads: SqlReads, caseId: string, sha256: string): Promise<BlobRow | undefined> =>
  (await blobsOf(reads, caseId, [sha256]))[0];

export const blobsOf = (reads: SqlReads, caseId: string, sha256s: readonly string[]): Promise<BlobRow[]> =>
  reads.query<BlobRow>('SELECT sha256, upload_id AS "uploadId", bytes FROM blobs WHERE case_id = $1 AND sha256 = ANY($2)', caseId, sha256s);

const uploadColumns = `upload_id AS "uploadId", case_id AS "caseId", sha256, person_id AS "personId", device_id AS "deviceId", bytes`;

export const findUpload = async (reads: SqlReads, uploadId: string): Promise<UploadRow | undefined> =>
  (await reads.query<UploadRow>(`SELECT ${uploadColumns} FROM uploads WHERE upload_id = $1`, uploadId))[0];

/** Uploads of this device that were cut and can go on, newest first. */
export const openUploadsOf = (
  reads: SqlReads,
  { caseId, deviceId }: { caseId: string; deviceId: string },
  sha256s: readonly string[],
): Promise<UploadRow[]> =>
  reads.query<UploadRow>(
    `SELECT ${uploadColumns} FROM uploads WHERE case_id = $1 AND device_id = $2 AND sha256 = ANY($3) ORDER BY made_at DESC, upload_id DESC`,
    caseId,
    deviceId,
    sha256s,
  );

export const addUpload = (tx: SqlTx, { uploadId, caseId, sha256, personId, deviceId, bytes }: UploadRow, at: string): Promise<number> =>
  tx.run(
    'INSERT INTO uploads (upload_id, case_id, sha256, person_id, device_id, bytes, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    uploadId,
    caseId,
    sha256,
    personId,
    deviceId,
    bytes,
    at,
  );

export const dropUpload = (tx: SqlTx, uploadId: string): Promise<number> => tx.run('DELETE FROM uploads WHERE upload_id = $1', uploadId);

/** Two devices may have sent the same content: the first one that is whole is kept; true when it is this one, also when it is said twice. */
export const completeUpload = async (tx: SqlTx, upload: UploadRow, at: string): Promise<boolean> => {
  const added = await tx.run(
    `INSERT INTO blobs (case_id, sha256, upload_id, bytes, complete_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (case_id, sha256) DO NOTHING`,
    upload.caseId,
    upload.sha256,
    upload.uploadId,
    upload.bytes,
    at,
  );
  await dropUpload(tx, upload.uploadId);
  return added === 1 || (await findBlob(tx, upload.caseId, upload.sha256))?.uploadId === upload.uploadId;
};

/** Uploads that nobody has gone on with since then. */
export const staleUploads = (reads: SqlReads, before: string): Promise<UploadRow[]> =>
  reads.query<UploadRow>(`SELECT ${uploadColumns} FROM uploads WHERE made_at < $1 ORDER BY made_at LIMIT 500`, before);
