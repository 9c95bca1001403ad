import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string): string => join(import.meta.dirname, path);
const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { dependencies: Record<string, string> };
const packages = Object.keys(dependencies);

/** The browser host is a build of its own, in a folder of its own, so that the package can leave it out. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24',
    outDir: at('out/browser-host'),
    minify: true,
    rollupOptions: {
      input: { main: at('electron/browser-host/main.ts'), 'parse-worker': at('electron/core/imports/parse-worker.ts') },
      external: (id) => isBuiltin(id) || packages.some((name) => id === name || id.startsWith(`${name}/`)),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
