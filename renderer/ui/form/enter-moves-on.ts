/** Controls that take part in "Enter moves on", in reading order. */
const stops =
  'input:not([type=hidden]):not([tabindex="-1"]):not(:disabled), textarea:not(:disabled), [role=radio][tabindex="0"]:not(:disabled), [role=checkbox]:not(:disabled), button[type=submit]';

/** Enter in a line goes to the next field, so that a form is filled without the Tab key; lists and buttons keep their own Enter. */
export const movesOn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, [role=radio]') && target.getAttribute('role') !== 'combobox';

/** A form with a single field is done when that field is: Enter sends it. */
export const isOnlyField = (form: HTMLElement): boolean =>
  [...form.querySelectorAll(stops)].filter((control) => !control.matches('button')).length === 1;

export const focusNext = (form: HTMLElement, from: HTMLElement): void => {
  const controls = [...form.querySelectorAll<HTMLElement>(stops)];
  const group = from.closest('[role=radiogroup]');
  const inGroup = (control: HTMLElement): boolean => group !== null && group.contains(control);
  const after = controls.slice(controls.indexOf(from) + 1).find((control) => !inGroup(control));
  after?.focus();
};
