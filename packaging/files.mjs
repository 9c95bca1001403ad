/** What goes into the package. The browser host, test hooks, sources, maps and environment files stay out. */
export const files = [
  'package.json',
  'LICENSE',
  'out/main/**/*.js',
  'out/preload/preload.cjs',
  'out/renderer/**/*',
  'resources/**/*',
  '!**/*.{map,ts,tsx,mts,cts,env}',
  '!**/.env*',
  '!out/browser-host/**',
  '!**/node_modules/**/{test,tests,docs,example,examples,deps,src}/**',
  '!**/node_modules/**/*.{md,h,c,cc,cpp,gyp,tsbuildinfo}',
];
