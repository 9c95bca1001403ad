import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCore } from './core-context.ts';
import { useLook } from './look.ts';
import { createWindowRouter } from './routes.tsx';

/** What the settings in the file say about language and theme wins over what the lock screen remembered. */
const useKeptLook = (): void => {
  const { queries } = useCore();
  const { data: settings } = useQuery(queries.settings.read.queryOptions());
  const { language, theme, setLanguage, setTheme } = useLook();
  const keptLanguage = settings?.language;
  const keptTheme = settings?.theme;
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

/** The window while the vault is open. */
export const OpenWindow = () => {
  useKeptLook();
  const [router] = useState(createWindowRouter);
  return <RouterProvider router={router} />;
};
