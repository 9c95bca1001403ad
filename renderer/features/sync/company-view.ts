import type { Company } from '../../../shared/sync/company.ts';

export type Colleague = Company['people'][number];
export type CompanyDevice = Company['devices'][number];

/** What the administrator is about to do, and to whom. */
export type CompanyAct =
  | { what: 'add' }
  | { what: 'password'; person: Colleague }
  | { what: 'suspend'; person: Colleague }
  | { what: 'revoke'; device: CompanyDevice; name: string };
