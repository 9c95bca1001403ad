import { useIsMutating, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { HandingOver } from '../features/sync/handing-over.tsx';
import { LeaseOver } from '../features/sync/lease-over.tsx';
import { useNoToasts } from '../ui/toast/use-no-toasts.ts';
import { useCore } from './core-context.ts';
import { useLook } from './look.ts';
import { createWindowRouter } from './routes.tsx';
import { useSyncStatus } from './sync/use-sync.ts';
import { CompanyWording } from './wording/company-wording.tsx';

/** What the settings in the file say about language and theme wins over what the lock screen remembered. */
const useKeptLook = (): void => {
  const { queries } = useCore();
  const { data: settings } = useQuery(queries.settings.read.queryOptions());
  const { language, theme, setLanguage, setTheme } = useLook();
  const changing = useIsMutating({ mutationKey: queries.settings.change.mutationKey() }) > 0;
  const keptLanguage = changing ? undefined : settings?.language;
  const keptTheme = changing ? undefined : settings?.theme;
  useEffect(() => {
    if (keptLanguage !== undefined && keptLanguage !== language) setLanguage(keptLanguage);
    // Only a newly read setting decides; the switch on the screen writes the setting itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [keptLanguage]);
  useEffect(() => {
    if (keptTheme !== undefined && keptTheme !== theme) setTheme(keptTheme);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [keptTheme]);
};

/** The window while the vault is open; of a revoked device only what it hands over, and when the hub was not heard of for too long, only the way back to it. */
export const OpenWindow = () => {
  useKeptLook();
  const [router] = useState(createWindowRouter);
  const { data: status } = useSyncStatus();
  useNoToasts(status?.revoked === true || status?.lease?.over === true);
  if (status?.revoked && status.stop === null)
    return (
      <main>
        <HandingOver />
      </main>
    );
  if (status?.lease?.over)
    return (
      <main>
        <LeaseOver />
      </main>
    );
  return (
    <CompanyWording>
      <RouterProvider router={router} />
    </CompanyWording>
  );
};
