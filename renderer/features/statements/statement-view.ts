import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Statement } from '../../../shared/statements/model.ts';

/** The frozen first statement of one person. */
export const frozenStatement = (file: CaseFile, partyId: string): Statement | null =>
  file.statements.find((row) => row.partyId === partyId && row.state === 'frozen' && row.voidReason === null) ?? null;

/** The first characters of a hash: enough to compare two papers by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');
