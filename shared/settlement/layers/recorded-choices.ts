import type { CaseInput, ConventionsInput } from '../input/case-input.ts';
import type { Settling } from './parties.ts';

type Reserve = { share?: number | string | undefined; amount?: number | string | undefined; reason?: string | undefined };

/** A reserve for an absent person is a choice of the reader: what others do, and that it was given. */
export const recordReserve = ({ share, amount, reason }: Reserve, path: string, { ledger }: Settling): void =>
  ledger.choose({
    key: 'reserve',
    path,
    value: String(share ?? amount ?? ''),
    given: true,
    suggestion: '1/2',
    reason: reason ?? '',
    source: '道交解释 art. 19; practice: half or an estimated sum',
    mark: 'J',
  });

const convention = <Key extends keyof ConventionsInput>(
  { conventions, ledger }: Settling,
  key: Key,
  { fallback, reason, source, mark }: { fallback: string; reason: string; source: string; mark: 'P' | 'J' },
): void =>
  ledger.choose({
    key,
    path: `conventions.${key}`,
    value: String(conventions[key] ?? fallback),
    given: conventions[key] !== undefined,
    suggestion: fallback,
    reason,
    source,
    mark,
  });

/** In which order compulsory covers pay; open only where covers of different kinds meet. */
export const recordPoolOrders = (pools: readonly { insured: boolean; side: 'fault' | 'noFault' }[], settling: Settling): void => {
  if (new Set(pools.map(({ side }) => side)).size > 1)
    convention(settling, 'noFaultOrder', {
      fallback: 'proportional',
      reason: 'by-limits-or-pleaded-first',
      source: '道交解释 art. 18',
      mark: 'P',
    });
  if (new Set(pools.map(({ insured }) => insured)).size > 1)
    convention(settling, 'uninsuredOrder', {
      fallback: 'insuredFirst',
      reason: 'insured-first-on-request',
      source: '道交解释 art. 18 para 3',
      mark: 'P',
    });
};

/** Out of which cover a person's advance came back. */
export const recordRefundOrder = (advance: NonNullable<CaseInput['advances']>[number], settling: Settling): void => {
  if (advance.by !== 'person' || advance.refundFrom !== undefined) return;
  convention(settling, 'refundOrder', { fallback: 'commercialFirst', reason: 'own-debt-first', source: '保险法 art. 65', mark: 'J' });
};

/** Who gives back what an advance exceeds. */
export const recordSurplus = (settling: Settling): void =>
  convention(settling, 'surplusAdvance', { fallback: 'returned', reason: 'never-mix-heads', source: 'settlement §3.7', mark: 'J' });
