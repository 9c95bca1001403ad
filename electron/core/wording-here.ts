import { readBody } from '../../shared/sync/document-body.ts';
import { layOver } from '../../shared/wording/lay-over.ts';
import type { WordingBundle } from '../../shared/wording/model.ts';
import type { CardUsed } from '../../shared/disclosures/model.ts';
import type { Reads } from '../db/handles.ts';
import { documentHere } from '../db/published-rows.ts';
import { shippedWording } from '../shipped/shipped-wording.ts';

/** The words that count on this machine. Version 0: as shipped. */
export type WordingHere = { version: number; receivedAt: string | null; bundle: WordingBundle };

/** The newest words the company published, laid over those that come with the app; else these alone. */
export const wordingHere = (db: Reads): WordingHere => {
  const found = documentHere(db, 'wording-rules');
  const read = found === null ? null : readBody('wording-rules', found.body);
  const laid = read?.ok ? layOver(shippedWording, read.value) : null;
  if (found === null || !laid?.ok) return { version: 0, receivedAt: null, bundle: shippedWording };
  return { version: found.version, receivedAt: found.receivedAt, bundle: laid.value };
};

/** 告知卡: the card of a topic as it reads now, to be kept with a telling that used no other words. */
export const cardNow = (db: Reads, topicId: string): CardUsed | null => {
  const { version, bundle } = wordingHere(db);
  const card = bundle.topics.find(({ id }) => id === topicId)?.card;
  return card === undefined ? null : { version, zh: card.zh, en: card.en };
};
