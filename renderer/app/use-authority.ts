import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../shared/kernel/dates.ts';
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
  const { ownFen, version, source, receivedAt } = data;
  const facts = { limit: format.money(ownFen), version, on: receivedAt === null ? '' : chinaDateOf(receivedAt) };
  return {
    limitFen: ownFen,
    text: t(`people.authority.${ownFen === 0 ? 'none' : 'own'}`, { ...facts, by: t(`people.authority.${source}`, facts) }),
  };
};
