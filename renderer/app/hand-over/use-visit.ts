import { useEffect, useRef } from 'react';
import { useCore } from '../core-context.ts';
import { useGo } from '../go.ts';
import { useSyncStatus } from '../sync/use-sync.ts';

/** Notes that the case was opened; a case that was handed over to this person opens with its hand-over page the first time. */
export const useVisit = (caseId: string): void => {
  const { api } = useCore();
  const go = useGo();
  const { data: status } = useSyncStatus();
  const noted = useRef(false);
  const connected = status !== undefined && status.mode !== 'alone';
  useEffect(() => {
    if (!connected || noted.current) return;
    noted.current = true;
    // Opening a case never fails because its visit could not be noted.
    api.sync.visit({ caseId }).then(
      ({ handOver }) => (handOver ? go.handOver(caseId) : undefined),
      () => undefined,
    );
  }, [connected, api, caseId, go]);
};
