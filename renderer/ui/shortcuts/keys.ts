/** What the matching of keys needs of a keyboard event. */
export type KeyPress = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
};

/** While an input method composes, Enter, digits, Space and Esc belong to it. 229 is what older engines report then. */
export const belongsToInputMethod = (event: { isComposing: boolean; keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229;

/** `ctrl+shift+n`, `alt+1`, `?`, `j`: lower case, modifiers in the order ctrl, alt, shift. Shift is left out of printed signs. */
export const comboOf = (event: KeyPress): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase().replace('arrow', '');
  const control = event.ctrlKey || event.metaKey;
  const shift = event.shiftKey && (control || event.altKey || event.key.length > 1);
  return [control ? 'ctrl' : '', event.altKey ? 'alt' : '', shift ? 'shift' : '', key].filter(Boolean).join('+');
};

/** Without Ctrl and F keys a combination is about the page, which rests while a dialog stands before it. */
export const restsBehindDialog = (combo: string): boolean => !/^ctrl\+|^f\d/.test(combo);

/** How a combination is shown on a button: `Ctrl Shift N`. */
export const comboWords = (combo: string): string =>
  combo
    .split('+')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)))
    .join(' ');

/** Plain letters and digits must not fire while a person types. */
export const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button])'));
