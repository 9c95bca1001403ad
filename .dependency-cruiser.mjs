// The walls of style.md, "Dependencies between folders". Each rule says what breaks when it is crossed.
const rule = (name, comment, ...[from, to]) => ({ name, comment, severity: 'error', from, to });

const ORPC_ADAPTERS = [
  '^shared/kernel/procedure\\.ts$',
  '^electron/core/handlers\\.ts$', // types only
  '^electron/(core|browser-host)/rpc\\.ts$',
  '^electron/(core|browser-host)/rpc-[a-z-]+\\.ts$',
  '^renderer/app/api\\.ts$',
  '^tests/',
];

const ELECTRON_USERS = '^electron/(shell/|main\\.ts$|preload\\.ts$)';
const BUILT_IN = { dependencyTypes: ['core'] };
const FROM_NPM = { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown'] };

export default {
  forbidden: [
    rule('no-cycles', 'A cycle makes load order matter.', {}, { circular: true }),
    rule(
      'resolvable',
      'An import that resolves to nothing fails at run time.',
      { pathNot: '^(scripts|tests)/' },
      {
        couldNotResolve: true,
        pathNot: '(^virtual:|\\?)',
      },
    ),
    rule('not-to-tests', 'Shipped code must not carry test code.', { pathNot: '^tests/' }, { path: '^tests/' }),
    rule(
      'not-to-dev',
      'The core and shell externalise their packages: a dev dependency is absent in the package.',
      {
        path: '^(electron|shared)/',
      },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(electron|react|react-dom|echarts|@types)/',
      },
    ),

    rule(
      'shared-alone',
      'shared runs in every process: it imports only itself.',
      { path: '^shared/' },
      {
        path: '^(electron|renderer|hub|scripts|tests)/',
      },
    ),
    rule('shared-no-node', 'shared runs in the window, where Node does not exist.', { path: '^shared/' }, BUILT_IN),
    rule(
      'renderer-alone',
      'The window knows the contract and nothing behind it.',
      { path: '^renderer/' },
      {
        path: '^(electron|hub|scripts)/',
      },
    ),
    rule('renderer-no-node', 'The window is sandboxed.', { path: '^renderer/' }, BUILT_IN),
    rule('electron-alone', 'The app imports shared and itself.', { path: '^electron/' }, { path: '^(renderer|hub|scripts)/' }),
    rule('hub-alone', 'The hub imports shared and itself.', { path: '^hub/' }, { path: '^(electron|renderer|scripts)/' }),

    rule(
      'electron-in-shell',
      'Core, db and sync must run in plain Node.',
      { path: '^(shared|electron|renderer)/', pathNot: ELECTRON_USERS },
      {
        path: '(^electron$|node_modules/electron/)',
      },
    ),
    rule(
      'db-lowest',
      'shell -> core -> db.',
      { path: '^electron/db/' },
      { path: '^electron/(core|sync|shell|browser-host|main|preload|core\\.ts)' },
    ),
    rule(
      'sync-over-db',
      'sync -> db.',
      { path: '^electron/sync/' },
      { path: '^electron/(core|shell|browser-host|main|preload|core\\.ts)' },
    ),
    rule(
      'core-not-to-shell',
      'The core is started by shell, browser host, test or benchmark; it knows none of them.',
      {
        path: '^electron/core/',
      },
      { path: '^electron/(shell/|browser-host/|main\\.ts|preload\\.ts|core\\.ts)' },
    ),
    rule(
      'shell-not-to-db',
      'No business rule and no SQL in the shell.',
      { path: '^electron/(shell/|main\\.ts|preload\\.ts)' },
      {
        path: '^electron/(db/|sync/|core/|browser-host/)',
      },
    ),
    rule(
      'not-to-entries',
      'Entry files are started, not imported.',
      { pathNot: '^tests/' },
      {
        path: '^(electron/(main|preload|core)\\.ts|electron/browser-host/main\\.ts|renderer/main\\.tsx)$',
      },
    ),
    rule(
      'browser-host-apart',
      'The browser host is never in the package.',
      { pathNot: '^(electron/browser-host/|tests/)' },
      {
        path: '^electron/browser-host/',
      },
    ),
    rule(
      'migrations-alone',
      'A frozen migration must not change when the app does.',
      { path: '^electron/db/migrations/[0-9]' },
      {
        path: '^(shared|electron|renderer|hub)/',
        pathNot: '^electron/db/(migrations/|migration)',
      },
    ),
    rule(
      'sql-driver-in-db',
      'Only electron/db opens the database.',
      { path: '^electron/', pathNot: '^electron/db/' },
      {
        path: 'node_modules/better-sqlite3/',
        dependencyTypesNot: ['type-only'],
      },
    ),

    rule(
      'core-feature-siblings',
      'Joint work goes to core/workflows.',
      {
        path: '^electron/core/([^/]+)/',
        pathNot: '^electron/core/workflows/',
      },
      { path: '^electron/core/[^/]+/', pathNot: '^electron/core/($1/|people/allowed\\.ts$)' },
    ),
    rule(
      'renderer-feature-siblings',
      'Joint work goes to renderer/app.',
      { path: '^renderer/features/([^/]+)/' },
      {
        path: '^renderer/features/[^/]+/',
        pathNot: '^renderer/features/$1/',
      },
    ),
    rule(
      'features-not-to-workflows',
      'A workflow joins features; the other way round is a cycle in waiting.',
      {
        path: '^electron/core/[^/]+/',
        pathNot: '^electron/core/workflows/',
      },
      { path: '^electron/core/workflows/' },
    ),
    rule(
      'ui-knows-no-domain',
      'ui/ is a domain-free kit.',
      { path: '^renderer/ui/' },
      {
        path: '^(renderer/(features|app)/|shared/)',
        pathNot: '^shared/kernel/',
      },
    ),
    rule('i18n-alone', 'i18n is below ui and features.', { path: '^renderer/i18n/' }, { path: '^renderer/(features|app|ui)/' }),
    rule(
      'form-kit-only',
      'Only ui/form knows react-hook-form.',
      { path: '^renderer/', pathNot: '^renderer/ui/form/' },
      {
        path: 'node_modules/(react-hook-form|@hookform)/',
      },
    ),
    rule(
      'orpc-in-adapters',
      'oRPC 1.x is near its end: one adapter file per side keeps the move small.',
      {
        path: '^(shared|electron|renderer)/',
        pathNot: ORPC_ADAPTERS,
      },
      { path: 'node_modules/@orpc/' },
    ),
    rule(
      'shared-few-packages',
      'shared stays portable.',
      { path: '^shared/' },
      {
        ...FROM_NPM,
        pathNot: 'node_modules/(zod|decimal\\.js|date-fns|chinese-days|pinyin-pro|@orpc/contract)/',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
