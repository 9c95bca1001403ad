import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, loadTexts, type Language } from './languages.ts';

export type Texts = i18n;

/** The catalogue of one window. React escapes what it shows, so the catalogue must not escape a second time. */
export const createTexts = async (language: Language): Promise<Texts> => {
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: false,
    load: 'currentOnly',
    interpolation: { escapeValue: false },
    returnNull: false,
    resources: { [language]: { translation: await loadTexts(language) } },
  });
  return texts;
};

/** Switches the language of everything on the screen; half-typed text stays. */
export const switchLanguage = async (texts: Texts, language: Language): Promise<void> => {
  if (texts.language === language) return;
  if (!texts.hasResourceBundle(language, 'translation')) {
    texts.addResourceBundle(language, 'translation', await loadTexts(language));
  }
  await texts.changeLanguage(language);
};

export const languageOf = (texts: Texts): Language => languages.find((one) => one === texts.language) ?? 'zh-CN';
