import { useMemo } from 'react';
import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { totalsOf, type Totals } from './review-lines.ts';
import { useTyping, type TypingStore } from './typing-store.ts';
import { typedRows } from './use-live.ts';

/** What sums are made of: the sheet, what is being typed in it, and what was computed on it. */
export type Summed = { readonly rows: readonly SheetRow[]; readonly typing: TypingStore; readonly live: LiveSettlement | null };

/** The sums with the key that was pressed last. */
export const useTotals = ({ rows, typing, live }: Summed): Totals => {
  const now = useTyping(typing);
  const typed = useMemo(() => typedRows(rows, now), [rows, now]);
  return useMemo(() => totalsOf(typed, live), [typed, live]);
};
