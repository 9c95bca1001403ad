import type { ClipboardEvent } from 'react';
import {
  appendBlock,
  clearBlock,
  copyBlock,
  fillBlock,
  fillDown,
  pasteBlock,
  turnYesNo,
  type Block,
  type BlockResult,
} from './block-edits.ts';
import type { Range, SheetEdit, SheetRow } from './model.ts';
import type { Selection } from './use-selection.ts';

/** What a block edit left undone, to be said in words. */
export type Notice = { readonly locked: number; readonly beyond: number };

type Options = {
  block: Block;
  selection: Selection;
  readOnly: boolean;
  onEdit: (edits: readonly SheetEdit[]) => void;
  onNotice: (notice: Notice) => void;
  addRows: ((count: number) => readonly SheetRow[]) | undefined;
};

type Run = (result: BlockResult, more?: readonly SheetEdit[]) => void;

/** The clipboard of a cell that is typed in is the field's own. */
const clipboardOf = ({ block, selection, addRows }: Options, run: Run) => {
  const idle = selection.editing === null;
  const copy = (event: ClipboardEvent): void => {
    event.clipboardData.setData('text/plain', copyBlock(block, selection.range));
    event.preventDefault();
  };
  return {
    onCopy: (event: ClipboardEvent): void => {
      if (idle) copy(event);
    },
    onCut: (event: ClipboardEvent): void => {
      if (!idle) return;
      copy(event);
      run(clearBlock(block, selection.range));
    },
    onPaste: (event: ClipboardEvent): void => {
      if (!idle) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      if (text === '') return;
      const result = pasteBlock(block, selection.range, text);
      const fresh = result.beyond.length === 0 ? [] : (addRows?.(result.beyond.length) ?? []);
      run(result, appendBlock(block, { lines: result.beyond, left: selection.range.left, fresh }));
    },
  };
};

/** Copy, paste, fill and clear on the selection. */
export const useBlockActions = (options: Options) => {
  const { block, selection, readOnly, onEdit, onNotice } = options;
  const run: Run = ({ edits, locked, beyond }, more = []) => {
    if (readOnly) return;
    const all = [...edits, ...more];
    if (all.length > 0) onEdit(all);
    onNotice({ locked, beyond: more.length > 0 ? 0 : beyond.length });
  };
  return {
    fill: (source: Range, target: Range): void => {
      run(fillBlock(block, source, target));
      selection.selectRange({ row: target.top, column: target.left }, { row: target.bottom, column: target.right });
    },
    fillDown: (): void => run(fillDown(block, selection.range)),
    clear: (): void => run(clearBlock(block, selection.range)),
    turn: (): boolean => {
      const edits = readOnly ? [] : turnYesNo(block, selection.active);
      if (edits.length > 0) onEdit(edits);
      return edits.length > 0;
    },
    clipboard: clipboardOf(options, run),
  };
};
