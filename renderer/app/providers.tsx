import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { switchLanguage, type Texts } from '../i18n/texts.ts';
import type { Language } from '../i18n/languages.ts';
import { DraftStoreProvider } from '../ui/form/draft-store.ts';
import { ShortcutProvider } from '../ui/shortcuts/shortcuts.tsx';
import { ThemeProvider, type ThemeChoice } from '../ui/theme/theme-provider.tsx';
import type { Connection } from './connection.ts';
import { CoreProvider, type Core } from './core-context.ts';
import type { Drafts } from './drafts.ts';
import { followChanges } from './refresh.ts';
import { LookProvider, type Look } from './look.ts';
import { WindowProvider } from './window-context.ts';

export type WindowParts = { core: Core; client: QueryClient; texts: Texts; drafts: Drafts; connection: Connection; memory: Storage };

const languageKey = 'liubu.language';
const themeKey = 'liubu.theme';

/** Language and theme of the last sitting: the lock screen must know them before the file is open. */
export const rememberedLanguage = (memory: Storage): Language => (memory.getItem(languageKey) === 'en-US' ? 'en-US' : 'zh-CN');

const rememberedTheme = (memory: Storage): ThemeChoice => {
  const choices: readonly ThemeChoice[] = ['light', 'dark', 'contrast'];
  return choices.find((choice) => choice === memory.getItem(themeKey)) ?? 'system';
};

const useLookState = ({ texts, memory }: WindowParts): Look => {
  const [language, setLanguage] = useState<Language>(() => rememberedLanguage(memory));
  const [theme, setTheme] = useState<ThemeChoice>(() => rememberedTheme(memory));
  return useMemo(
    () => ({
      language,
      theme,
      setLanguage: (next) => {
        memory.setItem(languageKey, next);
        const apply = async (): Promise<void> => {
          await switchLanguage(texts, next);
          setLanguage(next);
        };
        void apply();
      },
      setTheme: (next) => {
        memory.setItem(themeKey, next);
        setTheme(next);
      },
    }),
    [language, theme, texts, memory],
  );
};

/** Everything a page may ask for, in one nest. */
export const Providers = ({ parts, children }: { parts: WindowParts; children: ReactNode }) => {
  const { core, client, texts, drafts } = parts;
  const look = useLookState(parts);
  useEffect(() => {
    const stop = new AbortController();
    void followChanges(core.api, client, stop.signal);
    return () => stop.abort();
  }, [core, client]);
  return (
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={client}>
        <CoreProvider value={core}>
          <WindowProvider value={parts}>
            <LookProvider value={look}>
              <ThemeProvider choice={look.theme} language={look.language}>
                <DraftStoreProvider value={drafts}>
                  <ShortcutProvider>{children}</ShortcutProvider>
                </DraftStoreProvider>
              </ThemeProvider>
            </LookProvider>
          </WindowProvider>
        </CoreProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
};
