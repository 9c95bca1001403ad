import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useCore } from '../core-context.ts';
import { failureOf } from '../failure.ts';
import { CaseView } from './case-view.tsx';

type Props = { caseId: string; partyId: string | null; step: number | null };

/** One case, one page. */
export const CasePage = ({ caseId, partyId, step }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: file, error, refetch } = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  if (error !== null && file === undefined) return <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  return file === undefined ? <LoadingState rows={10} /> : <CaseView file={file} partyId={partyId} step={step} />;
};
