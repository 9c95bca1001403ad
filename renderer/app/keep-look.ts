import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../shared/settings/contract.ts';
import type { Language } from '../i18n/languages.ts';
import { useCore } from './core-context.ts';
import { useLook } from './look.ts';

/** Changes preferences of this machine and refreshes whoever reads them. */
export const useChangeSettings = () => {
  const { queries } = useCore();
  const client = useQueryClient();
  return useMutation({
    ...queries.settings.change.mutationOptions(),
    onSuccess: (settings: Settings) => {
      // The answer to a change before the last one would turn the screen back.
      if (client.isMutating({ mutationKey: queries.settings.change.mutationKey() }) > 1) return;
      client.setQueryData(queries.settings.read.queryKey(), settings);
      void client.invalidateQueries({ queryKey: queries.clocks.key() });
    },
  });
};

/** Switches the language at once and keeps it for the next sitting. */
export const useKeepLanguage = (): ((language: Language) => void) => {
  const { setLanguage } = useLook();
  const { mutate } = useChangeSettings();
  return (language) => {
    setLanguage(language);
    mutate({ language });
  };
};
