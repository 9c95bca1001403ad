import type { UploadMetadata } from '../../../shared/sync/attachment-messages.ts';
import type { ReadDb, WriteDb } from '../../db/handles.ts';
import type { BlobStore } from '../../db/blob-store.ts';
import type { Ids } from '../../../shared/kernel/ports.ts';
import type { NoReply, Transport } from '../ports.ts';

export type Sending = {
  metadata: UploadMetadata;
  bytes: Uint8Array;
  /** An upload of this device that was cut: it goes on where it stopped. */
  uploadId: string | null;
  accessToken: string;
  signal: AbortSignal;
  progress: (sentBytes: number) => void;
};

/** `rejected`: the hub will not take this content, whatever is tried. `changed`: its hash was wrong there, or the upload is gone. */
export type Sent = { ok: true } | { ok: false; code: NoReply | 'rejected' | 'changed' };

/** The road of files: tus in production. A call ends when the hub has the whole content, or says why not. */
export interface Uploads {
  send(sending: Sending): Promise<Sent>;
}

export type Fetching = { caseId: string; sha256: string; accessToken: string; signal: AbortSignal };

export interface Downloads {
  /** The whole content, or why not; goes on from where a cut connection stopped. */
  fetch(fetching: Fetching): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; code: NoReply }>;
}

export type ContentPorts = {
  read: ReadDb;
  blobs: BlobStore;
  /** Local notes about content; the attachments' marks on screen are refreshed afterwards. */
  keep: (work: (db: WriteDb) => void) => void;
  transport: Transport;
  uploads: Uploads;
  downloads: Downloads;
  ids: Ids;
  /** Instant for what a person reads; decides nothing. */
  now: () => string;
  /** 0 to below 1. */
  dice: () => number;
  /** Calls back once, later. */
  later: (ms: number, work: () => void) => () => void;
  /** Content that nothing names any more may be dropped. */
  settled: () => void;
  /** The other lane goes on at once: the session has run out, or a revoked device has delivered its last file. */
  wakeLoop: () => void;
  log: (code: string, facts?: Record<string, string | number>) => void;
};
