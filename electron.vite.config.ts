import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const at = (path: string): string => join(import.meta.dirname, path);

/**
 * Two style injectors of the component library fill a <style> through `innerHTML`, which Trusted Types refuses. For a style
 * element `textContent` is the same, and it is not a sink.
 */
const styleTextInsteadOfHtml = (): Plugin => ({
  name: 'style-text-instead-of-html',
  transform: (code, id) =>
    /(dynamicCSS|cssUtils)\.js/.test(id) ? { code: code.replaceAll('.innerHTML', '.textContent'), map: null } : undefined,
});

/** Few, stable vendor chunks: the first screen loads React and the kit once; routes, router and schemas come on demand. */
const vendorGroups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
  { name: 'query', test: /node_modules[\\/]@tanstack[\\/](react-query|query-)/, priority: 20 },
  { name: 'router', test: /node_modules[\\/]@tanstack[\\/]/, priority: 15 },
  { name: 'contract', test: /node_modules[\\/]@orpc[\\/]/, priority: 10 },
  { name: 'schemas', test: /node_modules[\\/]zod[\\/]/, priority: 5 },
];

/**
 * Only what carries a compiled binary stays outside. The rest is bundled: faster to start, and packages in CommonJS (whose
 * names Node's own loader cannot see) work the same everywhere.
 */
const compiled = ['better-sqlite3', '@node-rs/argon2'];

export default defineConfig({
  main: {
    // React prints papers in the core; its development half is slower and not wanted there.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: at('out/main'),
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        external: compiled,
        input: { main: at('electron/main.ts'), core: at('electron/core.ts'), 'parse-worker': at('electron/core/imports/parse-worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: '/',
    plugins: [react(), styleTextInsteadOfHtml()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      sourcemap: false,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      rollupOptions: {
        input: { index: at('renderer/index.html'), print: at('renderer/ui/print/print.css') },
        output: {
          codeSplitting: { groups: vendorGroups },
          // Print pages come from the core, which knows no hashed names.
          assetFileNames: ({ names }) => (names.includes('print.css') ? 'print.css' : 'assets/[name]-[hash][extname]'),
        },
      },
    },
  },
});
