/**
 * The Content-Security-Policy of every document, in the desktop window (which talks through a port: `connect` is `'none'`) and
 * under the browser host (WebSocket to itself: `'self'`). Styles may be inline because the component library writes its theme
 * at run time; scripts never. With `trusted-types 'none'` no code can turn text into markup.
 */
export const contentPolicy = (connect: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    'media-src blob:',
    `connect-src ${connect}`,
    "worker-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** Headers that go with it. */
export const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** The policy of a print page: no script at all, styles of its own, fonts of the app. */
export const printPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  'img-src data:',
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
