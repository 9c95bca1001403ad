import type { CaseFile } from '../../shared/cases/contract.ts';
import type { Action } from '../../shared/people/access.ts';

/** What every part of the case page is given: the file, the injured party in view, and what may be done. */
export type CasePanel = {
  file: CaseFile;
  partyId: string | null;
  can: (action: Action) => boolean;
};
