import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useCore } from '../core-context.ts';
import { useSyncStatus } from '../sync/use-sync.ts';
import styles from './shell.module.css';

type Entry = { to: string; slug: string; count: number };

const useEntries = (): readonly Entry[] => {
  const { queries } = useCore();
  const { data } = useQuery(queries.clocks.today.queryOptions());
  const { data: sync } = useSyncStatus();
  return [
    { to: '/', slug: 'today', count: data?.counts.all ?? 0 },
    { to: '/cases', slug: 'cases', count: data?.openCases ?? 0 },
    { to: '/escalations', slug: 'escalations', count: data?.requests.length ?? 0 },
    { to: '/ledgers', slug: 'ledgers', count: 0 },
    { to: '/papers', slug: 'papers', count: 0 },
    { to: '/import', slug: 'import', count: 0 },
    { to: '/sync', slug: 'sync', count: (sync?.unsettled ?? 0) + (sync?.inbox ?? 0) },
    { to: '/settings', slug: 'settings', count: 0 },
  ];
};

export const SideNav = () => {
  const { t } = useTranslation();
  const format = useFormat();
  // The review is a page of its case: the way back is the list of cases.
  const inReview = useLocation({ select: ({ pathname }) => pathname.startsWith('/review') });
  return (
    <nav className={styles['nav']} aria-label={t('nav.label')}>
      <p className={styles['brand']}>
        六步<small>Liubu</small>
      </p>
      {useEntries().map(({ to, slug, count }) => (
        <Link
          key={to}
          to={to}
          className={styles['link'] ?? ''}
          activeOptions={{ exact: to === '/' }}
          {...(inReview && slug === 'cases' ? { 'aria-current': 'page' as const } : {})}
        >
          <span>{t(`nav.page.${slug}`)}</span>
          {count === 0 ? null : (
            <span className={styles['count']}>
              {count > 999 ? '999+' : format.number(count)} <span className="visually-hidden">{t('nav.entries')}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
};
