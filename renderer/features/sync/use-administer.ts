import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Api } from '../../app/api.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';

/** Does something at the hub, then asks for the lists again; says what was done. */
export const useAdminister = () => {
  const { queries } = useCore();
  const client = useQueryClient();
  const attempt = useAttempt();
  const toast = useToast();
  return async (work: (api: Api) => Promise<unknown>, said: string): Promise<Problem | null> => {
    const problem = await attempt(work);
    await client.invalidateQueries({ queryKey: queries.sync.company.key() });
    if (problem === null) toast.done(said);
    return problem;
  };
};
