import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Connection } from './connection.ts';
import { useCore } from './core-context.ts';
import type { Drafts } from './drafts.ts';

type WindowServices = { drafts: Drafts; connection: Connection };

const WindowContext = createContext<WindowServices | null>(null);
export const WindowProvider = WindowContext.Provider;

const useWindow = (): WindowServices => {
  const services = useContext(WindowContext);
  if (services === null) throw new Error('useWindow needs a WindowProvider');
  return services;
};

/** False while the core does not answer. */
export const useConnected = (): boolean => {
  const { connection } = useWindow();
  return useSyncExternalStore(connection.subscribe, connection.connected);
};

/** Writes half-typed forms down, closes the file, and forgets every answer held in memory. */
export const useLock = (): (() => Promise<void>) => {
  const { drafts } = useWindow();
  const { api, queries } = useCore();
  const client = useQueryClient();
  return useCallback(async () => {
    await drafts.flushAll();
    await api.vault.lock();
    await client.invalidateQueries({ queryKey: queries.vault.key() });
  }, [drafts, api, queries, client]);
};
