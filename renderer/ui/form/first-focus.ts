import { useLayoutEffect, type RefObject } from 'react';

const firstControl = 'input:not(:disabled), textarea:not(:disabled), [role=radio][tabindex="0"]:not(:disabled)';

/** Gives the focus to the first field, unless something in there has it already. */
export const focusFirst = (body: Element | null | undefined): void => {
  if (body === null || body === undefined || body.contains(document.activeElement)) return;
  body.querySelector<HTMLElement>(firstControl)?.focus();
};

/**
 * In a dialog the first field has the focus in the very commit in which the form is drawn, also when it had to be read first: what
 * is typed the moment it is seen belongs to it.
 */
export const useFirstFocus = (form: RefObject<HTMLFormElement | null>): void => {
  useLayoutEffect(() => focusFirst(form.current?.closest('[role=dialog]')?.querySelector('.ant-modal-body')), [form]);
};
