import type { DraftStore } from '../ui/form/draft-store.ts';
import { problemOf, type Api } from './api.ts';

export type Drafts = DraftStore & {
  /** Writes down every half-written form, before the vault closes. */
  flushAll(): Promise<void>;
};

/** Half-written forms, kept by the core inside the encrypted file. */
export const createDrafts = (api: Api): Drafts => {
  const flushes = new Set<() => Promise<void>>();
  return {
    read: async (key) => api.drafts.read({ key }).catch(() => null),
    keep: async (key, caseId, body) => {
      try {
        await api.drafts.keep({ key, caseId, body: body as never });
        return null;
      } catch (error) {
        return problemOf(error) ?? 'no-answer';
      }
    },
    discard: async (key) => {
      await api.drafts.discard({ key }).catch(() => undefined);
    },
    onFlush: (flush) => {
      flushes.add(flush);
      return () => void flushes.delete(flush);
    },
    flushAll: async () => {
      await Promise.all([...flushes].map((flush) => flush()));
    },
  };
};
