import { readFileSync } from 'node:fs';
import {
  doubtsFileSchema,
  factsFileSchema,
  icdFileSchema,
  papersFileSchema,
  rulesFileSchema,
  stepsFileSchema,
  topicsFileSchema,
  type WordingBundle,
} from '../../../shared/wording/model.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));

/** The wording that ships, parsed by its schemas; throws when a file does not fit. */
export const shippedWording = (): WordingBundle => ({
  steps: stepsFileSchema.parse(read('wording/steps.json')).steps,
  topics: topicsFileSchema.parse(read('wording/topics.json')).topics,
  facts: factsFileSchema.parse(read('wording/facts.json')).facts,
  rules: rulesFileSchema.parse(read('wording/rules.json')).rules,
  papers: papersFileSchema.parse(read('wording/papers.json')).papers,
  doubts: doubtsFileSchema.parse(read('wording/doubts.json')).doubts,
});

export const shippedIcd = () => icdFileSchema.parse(read('icd10/injuries.json'));
