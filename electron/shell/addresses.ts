export const appScheme = 'app';
export const appHost = 'liubu';
export const startAddress = `${appScheme}://${appHost}/`;

const parsed = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

/** True only for the app's own scheme and host: a look-alike host, a user name or a port makes it foreign. */
export const isAppAddress = (address: string): boolean => {
  const url = parsed(address);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === '';
};

/** What of a frame decides whether it may reach the core. */
export type FrameFacts = { url: string; parent: unknown; detached: boolean };

/** Only a live main frame that shows the app's own document may reach the core. */
export const isTrustedFrame = (frame: FrameFacts | null | undefined): boolean =>
  frame !== null && frame !== undefined && frame.parent === null && !frame.detached && isAppAddress(frame.url);

export type ExternalDecision = 'open' | 'ask' | 'refuse';

/** Hosts opened without asking: none yet. Everything else over https is shown in full and confirmed by the person. */
const trustedHosts: readonly string[] = [];

/** `file:`, `smb:` and custom schemes can start programs, so they are refused whatever the person says. */
export const externalDecision = (address: string): ExternalDecision => {
  const url = parsed(address);
  if (url === null || url.username !== '' || url.password !== '') return 'refuse';
  if (url.protocol === 'mailto:') return 'ask';
  if (url.protocol !== 'https:') return 'refuse';
  return trustedHosts.includes(url.host) ? 'open' : 'ask';
};
