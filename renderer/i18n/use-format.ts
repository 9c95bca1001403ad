import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from './format.ts';
import { languageOf } from './texts.ts';

/** The formatters in the language on the screen. */
export const useFormat = (): Format => {
  const { i18n } = useTranslation();
  const language = languageOf(i18n);
  return useMemo(() => createFormat(language), [language]);
};
