import { useQuery } from '@tanstack/react-query';
import { useCore } from './core-context.ts';

/** Id of the person who works here now; null until the core has said so. */
export const useMe = (): string | null => {
  const { queries } = useCore();
  return useQuery(queries.people.me.queryOptions()).data?.person.id ?? null;
};
