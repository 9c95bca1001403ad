import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { belongsToInputMethod } from '../shortcuts/keys.ts';
import { ChoiceList } from './choice-list.tsx';
import styles from './grid.module.css';
import type { CellOption } from './model.ts';
import type { Editing } from './use-selection.ts';

type Props = {
  label: string;
  /** The cell as text: what typing replaces. */
  text: string;
  editing: Editing | null;
  locked: boolean;
  right: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  options: readonly CellOption[] | null;
  /** Whether the grid has the focus, so that the active cell takes it. */
  focused: boolean;
  onText: (text: string, mode?: Editing['mode']) => void;
  onPick: (label: string) => void;
};

/** Options that contain what was typed; everything while nothing was typed over. */
const offered = (options: readonly CellOption[], editing: Editing | null, text: string): readonly CellOption[] => {
  const wanted = editing?.text.trim().toLowerCase() ?? '';
  if (wanted === '' || editing?.text === text) return options;
  return options.filter((one) => one.label.toLowerCase().includes(wanted));
};

/**
 * The field of the active cell. It is there before anybody types, invisible, with its text selected: so the first key, also the
 * first of an input method, replaces the cell as in a spreadsheet.
 */
export const CellInput = (props: Props) => {
  const { label, text, editing, locked, right, invalid, describedBy, options, focused, onText, onPick } = props;
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const [mark, setMark] = useState({ text: '', at: 0 });
  const begun = editing !== null;
  const shown = options === null || !begun ? [] : offered(options, editing, text);
  const typed = editing?.text ?? '';
  const current = Math.min(mark.text === typed ? mark.at : 0, shown.length - 1);
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null || !focused) return;
    element.focus({ preventScroll: true });
    if (!begun) element.select();
  }, [focused, begun, text]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (shown.length === 0 || belongsToInputMethod(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setMark({ text: typed, at: (current + step + shown.length) % shown.length });
      event.preventDefault();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const chosen = shown[current];
      if (chosen !== undefined && (event.key === 'Enter' || editing?.text !== text)) onPick(chosen.label);
    }
  };
  return (
    <>
      <input
        ref={input}
        className={styles['input']}
        data-editing={begun}
        data-right={right}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-readonly={locked}
        {...(options === null
          ? {}
          : {
              role: 'combobox',
              'aria-expanded': begun,
              'aria-controls': list,
              'aria-activedescendant': begun && current >= 0 ? `${list}-${current}` : undefined,
            })}
        readOnly={locked}
        value={editing?.text ?? text}
        onKeyDown={onKeyDown}
        onChange={(event) => onText(event.target.value)}
      />
      {begun && options !== null ? <ChoiceList id={list} anchor={input} options={shown} current={current} onPick={onPick} /> : null}
    </>
  );
};
