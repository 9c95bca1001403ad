import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { LoadingState } from '../ui/states/loading-state.tsx';
import { Broken } from './broken.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell/shell.tsx';

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
    component: lazyRouteComponent(() => import('../features/clocks/today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    component: lazyRouteComponent(() => import('../features/cases/cases-page.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$caseId',
    component: lazyRouteComponent(() => import('./case-route.tsx'), 'CaseRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/hand-over/$caseId',
    component: lazyRouteComponent(() => import('./hand-over/hand-over-route.tsx'), 'HandOverRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/$caseId',
    component: lazyRouteComponent(() => import('./review-page/review-route.tsx'), 'ReviewRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/escalations',
    component: lazyRouteComponent(() => import('./escalations-route.tsx'), 'EscalationsRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ledgers',
    component: lazyRouteComponent(() => import('../features/ledgers/ledgers-page.tsx'), 'LedgersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/papers',
    component: lazyRouteComponent(() => import('../features/papers/papers-page.tsx'), 'PapersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    component: lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sync',
    component: lazyRouteComponent(() => import('../features/sync/sync-page.tsx'), 'SyncPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
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
