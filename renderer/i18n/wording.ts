import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import doubtsFile from '../../resources/wording/doubts.json';
import factsFile from '../../resources/wording/facts.json';
import papersFile from '../../resources/wording/papers.json';
import stepsFile from '../../resources/wording/steps.json';
import topicsFile from '../../resources/wording/topics.json';
import type { Bilingual, Doubt, FactTopic, Paper, Step, Topic } from '../../shared/wording/model.ts';
import { languageOf } from './texts.ts';

// Shipped with the app and checked against their schemas by the tests, so they are not parsed again in every window.
const steps = stepsFile.steps as unknown as readonly Step[];
const topics = topicsFile.topics as unknown as readonly Topic[];
const facts = factsFile.facts as unknown as readonly FactTopic[];
const papers = papersFile.papers as unknown as readonly Paper[];
const doubts = doubtsFile.doubts as unknown as readonly Doubt[];

export type Wording = {
  steps: readonly Step[];
  topics: readonly Topic[];
  facts: readonly FactTopic[];
  doubts: readonly Doubt[];
  papers: readonly Paper[];
  stepOf: (step: number) => Step | undefined;
  topicOf: (id: string) => Topic | undefined;
  factOf: (id: string) => FactTopic | undefined;
  say: (text: Bilingual) => string;
};

/** The shipped guidance, topics, facts and doubts, said in the language on the screen. */
export const useWording = (): Wording => {
  const { i18n } = useTranslation();
  const language = languageOf(i18n);
  return useMemo(
    () => ({
      steps,
      topics,
      facts,
      doubts,
      papers,
      stepOf: (step) => steps.find((one) => one.key === step),
      topicOf: (id) => topics.find((one) => one.id === id),
      factOf: (id) => facts.find((one) => one.id === id),
      say: (text) => (language === 'zh-CN' ? text.zh : text.en),
    }),
    [language],
  );
};
