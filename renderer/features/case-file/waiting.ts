import type { CaseFile } from '../../../shared/cases/contract.ts';

/** When the person was last reached, or null. */
export const lastContactAt = (file: CaseFile): string | null =>
  file.logs
    .filter((log) => log.outcome === 'reached' && log.voidReason === null)
    .map((log) => log.contactAt)
    .toSorted()
    .at(-1) ?? null;
