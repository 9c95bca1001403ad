import { readdirSync, readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import factsFile from '../../../resources/wording/facts.json' with { type: 'json' };
import topicsFile from '../../../resources/wording/topics.json' with { type: 'json' };
import type { Language } from './look.ts';

/** The words of the screen in one language, from the same files, so that a walk names no button twice. */
export type Words = {
  t: (key: string, values?: Record<string, string | number>) => string;
  /** The name of a fact or of a thing that is told. */
  fact: (id: string) => string;
  topic: (id: string) => string;
  /** The number key of an answer. */
  choiceOf: (factId: string, choice: string) => number;
};

const folder = new URL('../../../resources/locales/', import.meta.url);

const textsOf = (language: Language): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(new URL(`${language}/`, folder)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as unknown,
    ]),
  );

type Named = { id: string; name: { zh: string; en: string }; choices?: { id: string }[] };

const found = (all: readonly Named[], id: string): Named => {
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no wording for ${id}`);
  return one;
};

export const wordsIn = (language: Language): Words => {
  const texts = createInstance();
  void texts.init({
    lng: language,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: textsOf(language) } },
  });
  const say = ({ name }: Named): string => (language === 'zh-CN' ? name.zh : name.en);
  return {
    t: (key, values = {}) => {
      if (!texts.exists(key)) throw new Error(`no words for ${key}`);
      return texts.t(key, values);
    },
    fact: (id) => say(found(factsFile.facts, id)),
    topic: (id) => say(found(topicsFile.topics, id)),
    choiceOf: (factId, choice) => 1 + (found(factsFile.facts, factId).choices ?? []).findIndex(({ id }) => id === choice),
  };
};

/** Exactly this field and no longer name; a star marks what must be filled. */
export const named = (label: string): RegExp => new RegExp(`^${label.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}\\*?$`);
