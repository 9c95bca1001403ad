import { useQuery } from '@tanstack/react-query';
import { useCore } from '../core-context.ts';
import type { Api } from '../api.ts';
import { useSyncStatus } from './use-sync.ts';

export type ContentPlace = Awaited<ReturnType<Api['sync']['places']>>[string];

/** Where the file of an attachment is, by its id: here, on the way, delivered, only at the hub. Alone, nothing is said. */
export const usePlaces = (caseId: string, wanted: boolean): ((attachmentId: string) => ContentPlace | null) => {
  const { queries } = useCore();
  const { data: status } = useSyncStatus();
  const asked = wanted && status !== undefined && status.mode !== 'alone';
  const { data: places } = useQuery(queries.sync.places.queryOptions({ input: { caseId }, enabled: asked }));
  return (id) => (asked ? (places?.[id] ?? null) : null);
};
