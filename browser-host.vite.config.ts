import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string): string => join(import.meta.dirname, path);
/** Only what carries a compiled binary stays outside, as in the app's own build. */
const compiled = ['better-sqlite3', '@node-rs/argon2'];

/** The browser host is a build of its own, in a folder of its own, so that the package can leave it out. */
export default defineConfig({
  publicDir: false,
  // React prints papers in the core; its development half is slower and not wanted there.
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: compiled },
  build: {
    ssr: true,
    target: 'node24',
    outDir: at('out/browser-host'),
    minify: true,
    rollupOptions: {
      input: { main: at('electron/browser-host/main.ts'), 'parse-worker': at('electron/core/imports/parse-worker.ts') },
      external: (id) => isBuiltin(id) || compiled.includes(id),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
