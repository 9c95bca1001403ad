import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shippedWords, WordingProvider } from '../../i18n/wording.ts';
import { useCore } from '../core-context.ts';

/** Puts the words of the company under every page; a newer version takes their place without a restart. */
export const CompanyWording = ({ children }: { children: ReactNode }) => {
  const { queries } = useCore();
  const { data } = useQuery(queries.wording.here.queryOptions());
  return <WordingProvider value={data?.bundle ?? shippedWords}>{children}</WordingProvider>;
};
