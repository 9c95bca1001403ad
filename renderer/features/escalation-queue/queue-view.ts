import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { ContactLog } from '../../../shared/contacts/model.ts';
import type { DamageItem, Deduction } from '../../../shared/damages/model.ts';
import type { Disclosure } from '../../../shared/disclosures/model.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';

type Row = { voidReason: string | null; partyId: string | null };

/** Rows that stand and are about this party or about the case as a whole. */
const about =
  (partyId: string | null) =>
  (row: Row): boolean =>
    row.voidReason === null && (partyId === null || row.partyId === null || row.partyId === partyId);

export const newestLogs = (file: CaseFile, partyId: string | null): ContactLog[] =>
  file.logs
    .filter(about(partyId))
    .toSorted((a, b) => b.contactAt.localeCompare(a.contactAt))
    .slice(0, 5);

/** The latest telling of each topic. */
export const toldBefore = (file: CaseFile, partyId: string | null): Disclosure[] => {
  const latest = new Map<string, Disclosure>();
  for (const row of file.disclosures.filter(about(partyId)).toSorted((a, b) => a.toldAt.localeCompare(b.toldAt)))
    latest.set(row.topic, row);
  return [...latest.values()].toSorted((a, b) => b.toldAt.localeCompare(a.toldAt));
};

export type DeductionLine = { deduction: Deduction; item: DamageItem; told: Disclosure | null };

/** What is cut, with the disclosure that announced it; without one it was not told before, or nobody said so yet. */
export const deductionLines = (file: CaseFile, partyId: string | null): DeductionLine[] => {
  const items = new Map(file.items.filter(about(partyId)).map((item) => [item.id, item]));
  const told = new Map(file.disclosures.filter(({ voidReason }) => voidReason === null).map((row) => [row.id, row]));
  return file.deductions.flatMap((deduction) => {
    const item = items.get(deduction.itemId ?? '');
    if (item === undefined || deduction.voidReason !== null) return [];
    return [{ deduction, item, told: told.get(deduction.disclosureId ?? '') ?? null }];
  });
};

/** The line after this one, or the one before the last; null when there is no other. */
export const nextAfter = (ids: readonly string[], id: string | null): string | null => {
  const at = id === null ? -1 : ids.indexOf(id);
  return ids[at + 1] ?? (at > 0 ? (ids[at - 1] ?? null) : null);
};

/** Fields of a request that a remark can be pinned to, in the order they are read. */
export const remarkFields = [
  'ask',
  'amountFen',
  'factsChecked',
  'whyFileSilent',
  'scenarios',
  'ourConcessions',
  'theirConcessions',
  'enclosures',
] as const satisfies readonly (keyof Escalation)[];
export type RemarkField = (typeof remarkFields)[number];
