import { useParams } from '@tanstack/react-router';
import { usePaperWords } from '../../features/papers/paper-words.ts';
import { HandOverPage } from '../../features/sync/hand-over-page.tsx';

/** Brings the names of papers to the hand-over page of the case in the address. */
export const HandOverRoute = () => {
  const { caseId } = useParams({ strict: false }) as { caseId?: string };
  const { nameOf } = usePaperWords();
  return caseId === undefined ? null : <HandOverPage key={caseId} caseId={caseId} nameOf={nameOf} />;
};
