/** One call that the app made to the outside, as the tests look at it. */
export type Recorded = { what: string; facts: Record<string, unknown> };
export type Recorder = (what: string, facts?: Record<string, unknown>) => void;

/** Chromium refuses schemes it does not know before anyone can intercept them, so `app://liubu/` lives behind this host. */
const pageHost = (scheme: string, host: string): string => `https://${host}.${scheme}-scheme.test`;
const appOrigin = 'app://liubu';
const pageOrigin = pageHost('app', 'liubu');

export const isOwn = (pageAddress: string): boolean => pageAddress === pageOrigin || pageAddress.startsWith(`${pageOrigin}/`);

export const toPageAddress = (address: string): string =>
  address.startsWith(appOrigin) ? pageOrigin + address.slice(appOrigin.length) : address;

export const toAppAddress = (address: string): string => (isOwn(address) ? appOrigin + address.slice(pageOrigin.length) : address);
