import type { Disclosure } from '../../../shared/disclosures/model.ts';
import type { FactValue } from '../../../shared/facts/model.ts';
import type { FactTopic, Topic } from '../../../shared/wording/model.ts';
import { shippedWording } from '../../shipped/shipped-wording.ts';
import type { WordingHere } from '../wording-here.ts';
import { valueInWords } from './words.ts';

/** What papers take from the wording of the company, in Chinese whatever the screen shows. */
export type PaperWords = {
  version: number;
  topics: readonly Topic[];
  facts: readonly FactTopic[];
  topicName: (id: string) => string;
  told: (one: Pick<Disclosure, 'topic' | 'words' | 'card'>) => string;
  factOf: (id: string) => FactTopic | undefined;
  factInWords: (topic: string, value: FactValue) => string;
  paperName: (line: { wordingId: string | null; name: string | null }) => string;
  paperHint: (line: { wordingId: string | null }) => string;
};

export const paperWords = ({ version, bundle: { topics, facts, papers } }: WordingHere): PaperWords => {
  const factOf = (id: string): FactTopic | undefined => facts.find((one) => one.id === id);
  return {
    version,
    topics,
    facts,
    topicName: (id) => topics.find((one) => one.id === id)?.name.zh ?? id,
    told: wordsTold,
    factOf,
    factInWords: (topic, value) => valueInWords(factOf(topic), value),
    paperName: (line) => line.name ?? papers.find(({ id }) => id === line.wordingId)?.name.zh ?? '',
    paperHint: (line) => papers.find(({ id }) => id === line.wordingId)?.hint.zh ?? '',
  };
};

/** The words used; where only the card was shown, the card as it read then. Tellings from before cards were kept used the shipped one. */
const wordsTold: PaperWords['told'] = ({ words, card, topic }) =>
  words ?? card?.zh ?? shippedWording.topics.find(({ id }) => id === topic)?.card.zh ?? '';
