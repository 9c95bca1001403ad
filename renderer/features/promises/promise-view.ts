import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { PromiseRow } from '../../../shared/promises/model.ts';

/** Open promises by due time, then the settled ones, newest first. */
export const promisesOf = (file: CaseFile, partyId: string | null): PromiseRow[] => {
  const mine = file.promises.filter(
    (row) => row.voidReason === null && (row.partyId === null || partyId === null || row.partyId === partyId),
  );
  const open = mine.filter((row) => row.state === 'open').toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const settled = mine.filter((row) => row.state !== 'open').toSorted((a, b) => b.dueAt.localeCompare(a.dueAt));
  return [...open, ...settled];
};

/** Contacts that reached somebody after the promise was made, the newest first: in one of them its moving was told. */
export const logsThatTold = (file: CaseFile | undefined, promise: PromiseRow): CaseFile['logs'] =>
  (file?.logs ?? [])
    .filter((log) => log.outcome === 'reached' && log.voidReason === null && log.contactAt >= promise.at)
    .toSorted((a, b) => b.contactAt.localeCompare(a.contactAt))
    .slice(0, 30);
