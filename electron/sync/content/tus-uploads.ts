import { DetailedError, Upload } from 'tus-js-client';
import type { Sending, Sent, Uploads } from './ports.ts';

const chunkBytes = 1024 * 1024;
export const uploadPath = '/attachments/uploads';

/** Answers after which trying again changes nothing: the hub will not take this content for this case. */
const hopeless: readonly number[] = [400, 404, 409, 413];
/** The upload is gone or its content is not what it should be: the next try begins anew. */
const again: readonly number[] = [410, 460];

/** Content over tus 1.0, in pieces of one mebibyte, going on where an earlier try was cut. */
export const tusUploads = (address: () => string): Uploads => ({
  send: (sending) =>
    new Promise((resolve) => {
      const upload = uploadOf(address(), sending, resolve);
      const stop = (): void => void upload.abort().then(() => resolve({ ok: false, code: 'cut' }));
      if (sending.signal.aborted) return stop();
      sending.signal.addEventListener('abort', stop, { once: true });
      upload.start();
    }),
});

const uploadOf = (address: string, { metadata, bytes, uploadId, accessToken, progress }: Sending, done: (sent: Sent) => void): Upload =>
  new Upload(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    endpoint: `${address}${uploadPath}`,
    uploadUrl: uploadId === null ? null : `${address}${uploadPath}/${uploadId}`,
    metadata,
    chunkSize: chunkBytes,
    // Waiting and trying again is the lane's business: it knows what else waits.
    retryDelays: null,
    storeFingerprintForResuming: false,
    headers: { authorization: `Bearer ${accessToken}` },
    onProgress: (sent) => progress(sent),
    onSuccess: () => done({ ok: true }),
    onError: (error) => done({ ok: false, code: codeOf(error) }),
  });

const codeOf = (error: Error): Exclude<Sent, { ok: true }>['code'] => {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  if (status === 401) return said(error, 'revoked') ? 'revoked' : 'relogin';
  if (hopeless.includes(status)) return said(error, 'taken') ? 'changed' : 'rejected';
  if (again.includes(status)) return 'changed';
  return status >= 500 || status === 423 ? 'hub.busy' : 'offline';
};

const said = (error: Error, code: string): boolean =>
  error instanceof DetailedError && (error.originalResponse?.getBody() ?? '').includes(`"${code}"`);
