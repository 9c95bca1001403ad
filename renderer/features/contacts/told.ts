import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Disclosure } from '../../../shared/disclosures/model.ts';
import type { Topic } from '../../../shared/wording/model.ts';
import type { CaseSignal } from '../../../shared/wording/vocabulary.ts';

/** A topic this case makes necessary, with the last time it was told. */
export type ToldLine = { topic: Topic; told: Disclosure | null };

/** Tellings that a later one puts right, with that later one. */
export const correctedIn = ({ disclosures }: Pick<CaseFile, 'disclosures'>): Map<string, Disclosure> =>
  new Map(
    disclosures.flatMap((later) =>
      later.correctsDisclosureId === null || later.voidReason !== null ? [] : [[later.correctsDisclosureId, later]],
    ),
  );

/** The topics that are due under the signals of the case, and which of them were told; a repeated telling counts once. */
export const toldLines = (input: {
  topics: readonly Topic[];
  signals: ReadonlySet<CaseSignal>;
  file: CaseFile;
  partyId: string | null;
}): ToldLine[] => {
  const { topics, signals, file, partyId } = input;
  const latest = new Map<string, Disclosure>();
  const corrected = correctedIn(file);
  for (const disclosure of file.disclosures) {
    if (disclosure.voidReason !== null || corrected.has(disclosure.id)) continue;
    if (disclosure.partyId !== null && partyId !== null && disclosure.partyId !== partyId) continue;
    const before = latest.get(disclosure.topic);
    if (before === undefined || before.toldAt <= disclosure.toldAt) latest.set(disclosure.topic, disclosure);
  }
  return topics
    .filter((topic) => topic.when.some((signal) => signals.has(signal)))
    .map((topic) => ({ topic, told: latest.get(topic.id) ?? null }));
};
