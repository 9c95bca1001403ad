import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Printed } from '../../../shared/documents/contract.ts';
import type { DocumentKind } from '../../../shared/documents/model.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Api } from '../../app/api.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { openPrint } from './open-print.ts';

/** Makes a paper, shows it and says which version it is. An expected problem comes back. */
export const usePrint = (): ((kind: DocumentKind, call: (api: Api) => Promise<Printed>) => Promise<Problem | null>) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  return useCallback(
    async (kind, call) => {
      const made: { printed: Printed | null } = { printed: null };
      const problem = await attempt(async (api) => (made.printed = await call(api)));
      if (problem !== null || made.printed === null) return problem;
      const { printId, version, checkCode, isNew } = made.printed;
      const opened = await openPrint(printId);
      const name = t(`documents.kind.${kind}`);
      if (opened === 'blocked' || opened === 'failed') toast.failed(t(`documents.print.${opened}`));
      else if (opened !== 'cancelled')
        toast.done(t(isNew ? 'documents.print.made' : 'documents.print.unchanged', { name, version, checkCode }));
      return null;
    },
    [attempt, t, toast],
  );
};
