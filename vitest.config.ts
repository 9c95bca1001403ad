import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude: ['**/node_modules/**', ...exclude] },
});

const tests = (folder: string): string => `tests/${folder}**/*.test.{ts,tsx}`;
const apart = ['electron/shell/', 'electron/real/', 'package/', 'e2e/'].map(tests);

export default defineConfig({
  test: {
    pool: 'forks',
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      project('unit', [tests('')], apart),
      project('shell', [tests('electron/shell/')]),
      project('package', [tests('package/')]),
      project('real-electron', [tests('electron/real/')]),
    ],
  },
});
