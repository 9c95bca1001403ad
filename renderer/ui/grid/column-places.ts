import type { PlacedColumn } from './grid-line.tsx';
import type { GridColumn } from './model.ts';

/** Where each column stands: frozen ones stick to the left edge, one after the other. */
export const placeColumns = (columns: readonly GridColumn[]): { placed: readonly PlacedColumn[]; width: number } => {
  let left = 0;
  const placed = columns.map((column) => {
    const style = {
      flex: `${column.grow ?? 0} 0 ${column.width}px`,
      minWidth: column.width,
      ...(column.frozen === true ? { left, maxWidth: column.width } : {}),
    };
    if (column.frozen === true) left += column.width;
    return { column, style };
  });
  return { placed, width: columns.reduce((sum, column) => sum + column.width, 0) };
};
