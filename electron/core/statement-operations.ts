import { createHash } from 'node:crypto';
import { sealText, type Sealed } from '../../shared/statements/rules.ts';
import type { DraftOperation } from './session.ts';

/** SHA-256 as lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Frozen = Omit<Sealed, 'textHash'> & { text: string; frozenAt: string };

/** Inserts a sealed statement and freezes it in the same change. */
export const statementOperations = (id: string, { frozenAt, ...said }: Frozen): DraftOperation[] => {
  const sealed = { ...said, textHash: sha256(said.text) };
  const fields = { ...sealed, seal: sha256(sealText(sealed)) };
  return [
    { op: 'insert', entity: 'statement', id, fields },
    { op: 'transition', entity: 'statement', id, from: 'draft', to: 'frozen', facts: { frozenAt } },
  ];
};
