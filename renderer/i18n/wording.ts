import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import doubtsFile from '../../resources/wording/doubts.json';
import factsFile from '../../resources/wording/facts.json';
import papersFile from '../../resources/wording/papers.json';
import rulesFile from '../../resources/wording/rules.json';
import stepsFile from '../../resources/wording/steps.json';
import topicsFile from '../../resources/wording/topics.json';
import type { Bilingual, FactTopic, Step, Topic, WordingBundle } from '../../shared/wording/model.ts';
import { languageOf } from './texts.ts';

// Shipped with the app and checked against their schemas by the tests, so they are not parsed again in every window.
const shipped = { ...doubtsFile, ...factsFile, ...papersFile, ...rulesFile, ...stepsFile, ...topicsFile } as unknown as WordingBundle;

const WordingContext = createContext<WordingBundle>(shipped);

/** The words the company published, once the core has told them; until then and without a company the shipped ones. */
export const WordingProvider = WordingContext.Provider;
export const shippedWords = shipped;

export type Wording = WordingBundle & {
  stepOf: (step: number) => Step | undefined;
  topicOf: (id: string) => Topic | undefined;
  factOf: (id: string) => FactTopic | undefined;
  say: (text: Bilingual) => string;
};

/** The guidance, topics, facts, rules and doubts that count here, said in the language on the screen. */
export const useWording = (): Wording => {
  const { i18n } = useTranslation();
  const language = languageOf(i18n);
  const bundle = useContext(WordingContext);
  return useMemo(
    () => ({
      ...bundle,
      stepOf: (step) => bundle.steps.find((one) => one.key === step),
      topicOf: (id) => bundle.topics.find((one) => one.id === id),
      factOf: (id) => bundle.facts.find((one) => one.id === id),
      say: (text) => (language === 'zh-CN' ? text.zh : text.en),
    }),
    [bundle, language],
  );
};
