import { useEffect } from 'react';
import type { GridColumn, GridRow } from './model.ts';
import { useLatest } from './reveal.ts';
import type { Selection } from './use-selection.ts';

/** A cell that something outside of the grid leads to. A new object leads there again. */
export type Aim = { readonly rowId: string; readonly column: string };

type Options = {
  readonly aim: Aim | null | undefined;
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly selection: Selection;
  readonly onTake: () => void;
};

/** Makes the aimed cell the active one and gives the grid the focus. Rows that change later do not pull the selection back. */
export const useAim = ({ aim, rows, columns, selection, onTake }: Options): void => {
  const lead = useLatest(({ rowId, column }: Aim) => {
    const at = { row: rows.findIndex(({ id }) => id === rowId), column: columns.findIndex(({ key }) => key === column) };
    if (at.row < 0 || at.column < 0) return;
    selection.select(at);
    onTake();
  });
  useEffect(() => {
    if (aim !== null && aim !== undefined) lead(aim);
  }, [aim, lead]);
};
