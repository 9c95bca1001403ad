import { LoadingOutlined } from '@ant-design/icons';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../../i18n/languages.ts';
import { cssName, palettes, type ThemeName } from './palette.ts';
import { themeOf } from './theme.ts';

export type ThemeChoice = 'system' | ThemeName;

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
  );

const useThemeName = (choice: ThemeChoice): ThemeName => {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  if (choice !== 'system') return choice;
  if (contrast) return 'contrast';
  return dark ? 'dark' : 'light';
};

/** The turning sign is no part of a button's name: it would read as another button while it comes and goes. */
const buttons = { autoInsertSpace: false, loadingIcon: <LoadingOutlined spin aria-hidden /> };

type Props = { choice: ThemeChoice; language: Language; children: ReactNode };

/** Theme and component language for everything below; CSS modules read the same colours as `--lb-…`. */
export const ThemeProvider = ({ choice, language, children }: Props) => {
  const name = useThemeName(choice);
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const config = useMemo(() => {
    const made = themeOf(name, palettes[name]);
    return { ...made, token: { ...made.token, motion: !calm } };
  }, [name, calm]);
  useEffect(() => {
    const root = document.documentElement;
    for (const [meaning, colour] of Object.entries(palettes[name])) root.style.setProperty(cssName(meaning), colour);
    root.dataset['theme'] = name;
    root.style.colorScheme = name === 'dark' ? 'dark' : 'light';
  }, [name]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <ConfigProvider theme={config} locale={language === 'zh-CN' ? zhCN : enUS} button={buttons}>
      <App message={{ maxCount: 3 }} component={false}>
        {children}
      </App>
    </ConfigProvider>
  );
};
