import { useMemo } from 'react';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { paperLines, type PaperLine } from '../../../shared/papers/checklist.ts';
import type { Paper } from '../../../shared/wording/model.ts';
import { useWording } from '../../i18n/wording.ts';

type Named = { wordingId: string | null; name: string | null };

/** Names and hints of papers in the language on the screen. */
export const usePaperWords = () => {
  const { papers, say } = useWording();
  return useMemo(() => {
    const paperById = new Map(papers.map((one) => [one.id, one]));
    const wordingOf = ({ wordingId }: Named): Paper | undefined => (wordingId === null ? undefined : paperById.get(wordingId));
    const nameOf = (row: Named): string => {
      const wording = wordingOf(row);
      return wording === undefined ? (row.name ?? row.wordingId ?? '') : say(wording.name);
    };
    return {
      nameOf,
      lineName: ({ row, wording }: PaperLine): string =>
        wording === null ? nameOf(row ?? { wordingId: null, name: null }) : say(wording.name),
      hintOf: ({ wording }: PaperLine): string => (wording === null ? '' : say(wording.hint)),
    };
  }, [papers, say]);
};

/** The checklist of the person in view. */
export const usePaperLines = (file: CaseFile, partyId: string | null): PaperLine[] => {
  const { papers } = useWording();
  return useMemo(() => paperLines(file, partyId, papers), [file, partyId, papers]);
};
