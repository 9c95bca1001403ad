import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { useCore } from './core-context.ts';

type Authority = { limitFen: number; text: string };

/** Up to which amount the person here may approve alone, and which version of the limits says so; null until the core has answered. */
export const useAuthority = (): Authority | null => {
  const { t } = useTranslation();
  const format = useFormat();
  const { queries } = useCore();
  const { data } = useQuery(queries.people.authority.queryOptions());
  if (data === undefined) return null;
  const { ownFen, version, source, from } = data;
  const facts = { limit: format.money(ownFen), version, from: format.date(from) };
  return {
    limitFen: ownFen,
    text: t(`people.authority.${ownFen === 0 ? 'none' : 'own'}`, { ...facts, by: t(`people.authority.${source}`, facts) }),
  };
};
