import { createHash } from 'node:crypto';
import type { NoReply } from '../ports.ts';
import type { Downloads, Fetching } from './ports.ts';

export const contentPath = '/attachments/content';

const maxTries = 4;

/** Content over HTTP with ranges: a connection that breaks is taken up where it stopped. */
export const hubDownloads = (address: () => string): Downloads => ({
  fetch: async (fetching) => {
    const parts: Uint8Array[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const code = await readOn(address(), fetching, parts);
      const bytes = Buffer.concat(parts);
      if (code === null && createHash('sha256').update(bytes).digest('hex') === fetching.sha256) return { ok: true, bytes };
      // Whole, and yet another content: nothing of it is kept.
      if (code === null) return { ok: false, code: 'cut' };
      if ((code !== 'cut' && code !== 'offline') || attempt >= maxTries || fetching.signal.aborted) return { ok: false, code };
    }
  },
});

/** Reads from where the earlier parts end; null when the content is whole. */
const readOn = async (address: string, { caseId, sha256, accessToken, signal }: Fetching, parts: Uint8Array[]): Promise<NoReply | null> => {
  const from = parts.reduce((total, part) => total + part.length, 0);
  try {
    const response = await fetch(`${address}${contentPath}/${caseId}/${sha256}`, {
      headers: { authorization: `Bearer ${accessToken}`, ...(from > 0 ? { range: `bytes=${from}-` } : {}) },
      signal,
    });
    if (response.status === 416) return null;
    if (!response.ok) return codeOf(response.status);
    // A hub that does not know ranges begins anew.
    if (response.status === 200) parts.length = 0;
    if (response.body === null) return 'cut';
    for await (const part of response.body) parts.push(part as Uint8Array);
    return null;
  } catch {
    return from === parts.reduce((total, part) => total + part.length, 0) ? 'offline' : 'cut';
  }
};

const codeOf = (status: number): NoReply => {
  if (status === 401) return 'relogin';
  if (status === 404) return 'not-found';
  return 'hub.busy';
};
