import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { belongsToInputMethod, comboOf, restsBehindDialog, typesText } from './keys.ts';

export type Shortcut = {
  /** `ctrl+n`, `j`, `?`; see `comboOf`. */
  combo: string;
  /** What it does, in the person's language; shown on the `?` sheet. */
  label: string;
  run: () => void;
  /** Also while a field has the focus. Combinations with Ctrl or Alt and F keys always do. */
  whileTyping?: boolean;
};

type Registry = { add(shortcut: Shortcut): () => void; list(): readonly Shortcut[] };

const noRegistry: Registry = { add: () => () => undefined, list: () => [] };
const ShortcutContext = createContext<Registry>(noRegistry);

const reachesFields = (shortcut: Shortcut): boolean => shortcut.whileTyping ?? /^(ctrl|alt)\+|^f\d/.test(shortcut.combo);

/** A drawer without a veil stands beside the page, which goes on working. */
const before = '.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open > .ant-drawer-mask';

/** Whether a dialog or a veiled drawer stands before the page. */
export const behindDialog = (): boolean => document.querySelector(before) !== null;

/** A focused button or link does its own thing on Enter. */
const hasOwnEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('button, a[href], summary, [role=button], [role=option], [role=menuitem], [role=tab], [role=radio]');

/** The newest registration of a combination wins, so that a dialog can shadow its page. */
const createRegistry = (): Registry => {
  const shortcuts: Shortcut[] = [];
  return {
    add: (shortcut) => {
      shortcuts.unshift(shortcut);
      return () => void shortcuts.splice(shortcuts.indexOf(shortcut), 1);
    },
    list: () => shortcuts,
  };
};

/** One key listener for the whole window. */
export const ShortcutProvider = ({ children }: { children: ReactNode }) => {
  const [registry] = useState(createRegistry);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || belongsToInputMethod(event)) return;
      const combo = comboOf(event);
      const typing = typesText(event.target);
      if ((restsBehindDialog(combo) && behindDialog()) || (combo === 'enter' && hasOwnEnter(event.target))) return;
      const found = registry.list().find((one) => one.combo === combo && (!typing || reachesFields(one)));
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry]);
  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
};

/**
 * Registers a shortcut while the component is on the screen; `null` registers nothing. In the commit itself, not after
 * the paint: a key pressed the moment a page is seen must find it.
 */
export const useShortcut = (shortcut: Shortcut | null): void => {
  const registry = useContext(ShortcutContext);
  const latest = useRef(shortcut);
  useLayoutEffect(() => {
    latest.current = shortcut;
  });
  const combo = shortcut?.combo ?? null;
  const whileTyping = shortcut?.whileTyping;
  useLayoutEffect(() => {
    if (combo === null) return undefined;
    return registry.add({
      combo,
      // Read when it is shown: registering anew for another language would put a page behind the frame it shadows.
      get label() {
        return latest.current?.label ?? '';
      },
      run: () => latest.current?.run(),
      ...(whileTyping === undefined ? {} : { whileTyping }),
    });
  }, [registry, combo, whileTyping]);
};

/** What can be pressed now, each combination once, for the `?` sheet and the palette. */
export const useShortcutList = (): readonly Shortcut[] => {
  const registry = useContext(ShortcutContext);
  const [list] = useState(() => [
    ...new Map(
      registry
        .list()
        .toReversed()
        .map((one) => [one.combo, one]),
    ).values(),
  ]);
  return list;
};
