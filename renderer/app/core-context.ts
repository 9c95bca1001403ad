import { createContext, useContext } from 'react';
import type { Api, Queries } from './api.ts';

export type Core = { api: Api; queries: Queries };

const CoreContext = createContext<Core | null>(null);
export const CoreProvider = CoreContext.Provider;

/** The typed client of the core and its query options. */
export const useCore = (): Core => {
  const core = useContext(CoreContext);
  if (core === null) throw new Error('useCore needs a CoreProvider');
  return core;
};
