import type { ReactNode } from 'react';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DocumentGap } from '../../../shared/documents/contract.ts';
import type { DocumentKind } from '../../../shared/documents/model.ts';
import type { CustomerFile, Source } from './source.ts';

/** `either`: one for the insured and one for each injured person. */
export type Scope = 'case' | 'party' | 'either' | 'escalation';

type PaperOf<F> = {
  kind: DocumentKind;
  title: string;
  scope: Scope;
  /** Why it cannot be made from this file yet, or null. */
  gap: (source: Source<F>) => DocumentGap | null;
  body: (source: Source<F>) => ReactNode;
  /** Disclosures that it quotes to the customer. */
  quotes?: (source: Source<F>) => string[];
  /** Whether the law wants the ID number in full on it. */
  mayShowIdNumber?: boolean;
};

/** A template. One for the customer gets the customer's part of the file only. */
export type Paper = ({ readers: 'customer' } & PaperOf<CustomerFile>) | ({ readers: 'own' } & PaperOf<CaseFile>);
export type CustomerPaper = Extract<Paper, { readers: 'customer' }>;
export type OwnPaper = Extract<Paper, { readers: 'own' }>;
