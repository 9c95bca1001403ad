import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { LoadingState } from '../ui/states/loading-state.tsx';
import { Broken } from './broken.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell/shell.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Its name in `nav.page`, for the title of the window and for whoever does not see the page. */
    page?: string;
  }
}

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFound,
});

/** One line per page; each page is a chunk of its own. */
const pages = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    staticData: { page: 'today' },
    component: lazyRouteComponent(() => import('../features/clocks/today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    staticData: { page: 'cases' },
    component: lazyRouteComponent(() => import('../features/cases/cases-page.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$caseId',
    staticData: { page: 'case' },
    component: lazyRouteComponent(() => import('./case-route.tsx'), 'CaseRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/hand-over/$caseId',
    staticData: { page: 'handOver' },
    component: lazyRouteComponent(() => import('./hand-over/hand-over-route.tsx'), 'HandOverRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/$caseId',
    staticData: { page: 'review' },
    component: lazyRouteComponent(() => import('./review-page/review-route.tsx'), 'ReviewRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/escalations',
    staticData: { page: 'escalations' },
    component: lazyRouteComponent(() => import('./escalations-route.tsx'), 'EscalationsRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ledgers',
    staticData: { page: 'ledgers' },
    component: lazyRouteComponent(() => import('../features/ledgers/ledgers-page.tsx'), 'LedgersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/papers',
    staticData: { page: 'papers' },
    component: lazyRouteComponent(() => import('../features/papers/papers-page.tsx'), 'PapersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    staticData: { page: 'import' },
    component: lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sync',
    staticData: { page: 'sync' },
    component: lazyRouteComponent(() => import('../features/sync/sync-page.tsx'), 'SyncPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    staticData: { page: 'settings' },
    component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
  }),
];

/** Addresses live behind `#`: the same under the own scheme, where the server knows no paths, and in a browser. */
export const createWindowRouter = () =>
  createRouter({
    routeTree: root.addChildren(pages),
    history: createHashHistory(),
    defaultPendingComponent: () => <LoadingState />,
    defaultErrorComponent: Broken,
    defaultPreload: 'intent',
  });
