import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Palette, type Command } from '../../ui/palette/palette.tsx';
import { comboWords } from '../../ui/shortcuts/keys.ts';
import { useShortcutList } from '../../ui/shortcuts/shortcuts.tsx';
import { useGo } from '../go.ts';

const useCommands = (): readonly Command[] => {
  const { t } = useTranslation();
  const go = useGo();
  const shortcuts = useShortcutList();
  return useMemo(() => {
    const pages: Command[] = (['today', 'cases', 'escalations', 'import', 'sync', 'settings'] as const).map((page) => ({
      id: `go:${page}`,
      label: t('nav.goTo', { page: t(`nav.page.${page}`) }),
      run: () => go[page](),
    }));
    const keys = shortcuts
      .filter((one) => one.combo.length > 1)
      .map((one) => ({ id: one.combo, label: one.label, hint: comboWords(one.combo), run: one.run }));
    return [...pages, ...keys];
  }, [t, go, shortcuts]);
};

/** Ctrl+K: every page and everything a shortcut does here, found by typing. */
export const CommandPalette = ({ onClose }: { onClose: () => void }) => <Palette commands={useCommands()} onClose={onClose} />;
