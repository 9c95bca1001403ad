import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { ScenarioWork, type UsedWays } from './scenario-work.tsx';
import styles from './scenarios.module.css';

type Props = {
  caseId: string;
  partyId: string;
  mayWrite: boolean;
  /** Takes the computed ways over into a request. */
  onUse: ((used: UsedWays) => void) | null;
};

/** 方案比较: settle now, after an appraisal, in court, for one injured person. */
export const ScenarioPanel = ({ caseId, partyId, mayWrite, onUse }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data, error, refetch } = useQuery(queries.scenarios.open.queryOptions({ input: { caseId, partyId } }));
  return (
    <section aria-label={t('scenarios.panel.title')} className={styles['stack']}>
      {error !== null ? <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <LoadingState /> : null}
      {data === undefined ? null : (
        <ScenarioWork key={partyId} file={data} caseId={caseId} partyId={partyId} mayWrite={mayWrite} onUse={onUse} onSaved={refetch} />
      )}
    </section>
  );
};
