import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CaseFilter } from '../../../shared/cases/contract.ts';
import { everyCase, type CasesView } from './case-view.ts';

const key = ['window', 'cases-view'];
const first: CasesView = { filter: everyCase, page: 1 };

/** Filter and page of the list. They outlive the page, so that coming back from a case finds the list as it was, and end with the lock. */
export const useCasesView = () => {
  const client = useQueryClient();
  const { data: view } = useQuery({
    queryKey: key,
    queryFn: () => client.getQueryData<CasesView>(key) ?? first,
    initialData: first,
    staleTime: Infinity,
  });
  const show = (next: CasesView): void => void client.setQueryData(key, next);
  return {
    view,
    change: (part: Partial<CaseFilter>): void => show({ filter: { ...view.filter, ...part }, page: 1 }),
    turnTo: (page: number): void => show({ ...view, page }),
    showAll: (): void => show(first),
  };
};
