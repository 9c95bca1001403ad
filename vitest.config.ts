import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude: ['**/node_modules/**', ...exclude] },
});

/** Needs a PostgreSQL server, which it starts itself. */
const hub = { ...project('hub', ['tests/hub/**/*.test.ts']).test, globalSetup: ['tests/hub/support/global-setup.ts'] };

const tests = (folder: string): string => `tests/${folder}**/*.test.{ts,tsx}`;
const apart = ['electron/shell/', 'electron/real/', 'package/', 'e2e/', 'hub/'].map(tests);

export default defineConfig({
  test: {
    pool: 'forks',
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      project('unit', [tests('')], apart),
      { extends: true as const, test: hub },
      project('shell', [tests('electron/shell/')]),
      project('package', [tests('package/')]),
      project('real-electron', [tests('electron/real/')]),
    ],
  },
});
