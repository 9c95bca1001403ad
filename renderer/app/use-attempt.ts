import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/kernel/problem.ts';
import { useToast } from '../ui/toast/use-toast.tsx';
import { problemOf, type Api } from './api.ts';
import { useCore } from './core-context.ts';
import { failureOf } from './failure.ts';

/** Runs one call that writes. An expected problem comes back for the form; a bug shows its reference number and is thrown on. */
export const useAttempt = (): ((call: (api: Api) => Promise<unknown>) => Promise<Problem | null>) => {
  const { api } = useCore();
  const toast = useToast();
  const { t } = useTranslation();
  return useCallback(
    async (call) => {
      try {
        await call(api);
        return null;
      } catch (error) {
        const problem = problemOf(error);
        if (problem !== null) return problem;
        const { text, reference } = failureOf(t, error);
        toast.failed(reference === null ? text : `${text} ${t('common.state.reference', { reference })}`);
        throw error;
      }
    },
    [api, toast, t],
  );
};
