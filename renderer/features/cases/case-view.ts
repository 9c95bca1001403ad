import type { CaseFilter } from '../../../shared/cases/contract.ts';

export const pageSize = 50;

/** Everything, the most urgent first. */
export const everyCase: CaseFilter = {
  text: '',
  state: 'open',
  severity: null,
  ownerName: null,
  hospital: null,
  step: null,
  attention: null,
  sort: 'next-due',
  descending: false,
};

export type CasesView = { filter: CaseFilter; page: number };

/** True when something narrows the list, so that an empty page is not mistaken for an empty file. */
export const isNarrowed = (filter: CaseFilter): boolean =>
  filter.text !== '' ||
  [filter.severity, filter.ownerName, filter.hospital, filter.step, filter.attention].some((one) => one !== null) ||
  filter.state === 'closed';
