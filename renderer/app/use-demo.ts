import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../ui/toast/use-toast.tsx';
import { useCore } from './core-context.ts';
import { failureOf } from './failure.ts';

/** Loads the invented demo file; `percent` is null while nothing is under way. */
export const useDemo = (onDone: () => void): { percent: number | null; load: () => void } => {
  const { t } = useTranslation();
  const { api } = useCore();
  const toast = useToast();
  const [percent, setPercent] = useState<number | null>(null);
  const load = async (): Promise<void> => {
    setPercent(0);
    try {
      for await (const { done, total } of await api.imports.demo()) setPercent(total === 0 ? 100 : Math.floor((100 * done) / total));
      onDone();
    } catch (error) {
      toast.failed(failureOf(t, error).text);
    }
    setPercent(null);
  };
  return { percent, load: () => void load() };
};
