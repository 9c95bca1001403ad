import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useCore } from '../core-context.ts';
import { failureOf } from '../failure.ts';
import { ReviewPage } from './review-page.tsx';

type Open = { caseId: string; asked: string | null };

const OpenReview = ({ caseId, asked }: Open) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const file = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  const settlement = useQuery(queries.settlement.open.queryOptions({ input: { caseId } }));
  const error = (file.data === undefined ? file.error : null) ?? (settlement.data === undefined ? settlement.error : null);
  if (error !== null) {
    const retry = (): void => {
      void file.refetch();
      void settlement.refetch();
    };
    return <ErrorState {...failureOf(t, error)} onRetry={retry} />;
  }
  if (file.data === undefined || settlement.data === undefined) return <LoadingState rows={12} />;
  return <ReviewPage file={file.data} settlement={settlement.data} asked={asked} />;
};

/** Reads the address of the review of a case and its person. */
export const ReviewRoute = () => {
  const { caseId } = useParams({ strict: false }) as { caseId?: string };
  const { party } = useSearch({ strict: false }) as { party?: string };
  return caseId === undefined ? null : <OpenReview key={caseId} caseId={caseId} asked={party ?? null} />;
};
