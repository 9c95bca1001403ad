import type { Fetched } from '../sync/content/fetch-content.ts';
import type { Core } from './app.ts';

/** Brings content of a case here that only the hub has. */
export type ContentFetcher = (wanted: { caseId: string; sha256: string }) => Promise<Fetched>;

/** Without a hub there is nowhere to look. */
export const nowhere: ContentFetcher = () => Promise.resolve({ ok: false, code: 'not-found' });

export const contentFetcher =
  (core: Core): ContentFetcher =>
  (wanted) =>
    core.vault.current()?.sync?.fetch(wanted) ?? nowhere(wanted);
