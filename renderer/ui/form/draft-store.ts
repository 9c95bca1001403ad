import { createContext, useContext } from 'react';
import type { Problem } from '../../../shared/kernel/problem.ts';

/** A half-written form as it is kept, values as typed. */
export type KeptDraft = { body: unknown; updatedAt: string };

/** Why a draft could not be kept: a problem of the core, or no answer at all. */
export type NotKept = Problem | 'no-answer';

/** Where half-written forms are kept between sittings. */
export interface DraftStore {
  read(key: string): Promise<KeptDraft | null>;
  /** Answers with the reason when the draft could not be kept, for example a full disk; `null` means kept. */
  keep(key: string, caseId: string | null, body: unknown): Promise<NotKept | null>;
  discard(key: string): Promise<void>;
  /** Registers what must be written down before the app locks. */
  onFlush(flush: () => Promise<void>): () => void;
}

const DraftStoreContext = createContext<DraftStore | null>(null);
export const DraftStoreProvider = DraftStoreContext.Provider;
export const useDraftStore = (): DraftStore | null => useContext(DraftStoreContext);
