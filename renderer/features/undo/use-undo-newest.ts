import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { useKindName } from './use-kind-name.ts';

/** Takes my newest change of a case back; `onNone` runs when it cannot be taken back just like that. */
export const useUndoNewest = (caseId: string, onNone: () => void): (() => Promise<void>) => {
  const { t } = useTranslation();
  const { api } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const nameOf = useKindName();
  return async () => {
    let name = '';
    const problem = await attempt(async () => {
      const newest = (await api.undo.list({ caseId })).find((line) => !line.undone);
      if (newest === undefined || newest.problem !== null) return onNone();
      name = nameOf(newest.kind);
      await api.undo.run({ caseId, changeId: newest.changeId, reason: t('undo.reason') });
    });
    if (problem !== null) toast.failed(problemText(t, problem));
    else if (name !== '') toast.done(t('undo.done', { name }));
  };
};
