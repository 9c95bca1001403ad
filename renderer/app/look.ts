import { createContext, useContext } from 'react';
import type { Language } from '../i18n/languages.ts';
import type { ThemeChoice } from '../ui/theme/theme-provider.tsx';

/** Language and theme on the screen now. Keeping them in the settings is the caller's part. */
export type Look = {
  language: Language;
  theme: ThemeChoice;
  setLanguage(language: Language): void;
  setTheme(theme: ThemeChoice): void;
};

const LookContext = createContext<Look | null>(null);
export const LookProvider = LookContext.Provider;

export const useLook = (): Look => {
  const look = useContext(LookContext);
  if (look === null) throw new Error('useLook needs a LookProvider');
  return look;
};
