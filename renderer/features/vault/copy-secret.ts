import type { DesktopBridge } from '../../../shared/kernel/bridge.ts';

const staysMs = 60_000;

const mayRead = async (): Promise<boolean> => {
  try {
    return (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state === 'granted';
  } catch {
    return false;
  }
};

/** Empties the clipboard if it still holds the secret. A browser that would have to ask first is left alone: nobody expects it then. */
const clearIfHeld = async (secret: string): Promise<void> => {
  if (!(await mayRead())) return;
  try {
    if ((await navigator.clipboard.readText()) === secret) await navigator.clipboard.writeText('');
  } catch {
    // A page in the background may not touch the clipboard; the next look at it is the chance.
    window.addEventListener('focus', () => void clearIfHeld(secret), { once: true });
  }
};

export type Copied = 'failed' | 'kept' | 'for-a-minute';

/** Copies a secret. The shell takes it away again for certain; a browser only where it was allowed to read the clipboard. */
export const copySecret = async (secret: string): Promise<Copied> => {
  const { liubu } = window as { liubu?: DesktopBridge };
  if (liubu !== undefined) return (await liubu.copySecret(secret)) ? 'for-a-minute' : 'failed';
  try {
    await navigator.clipboard.writeText(secret);
  } catch {
    return 'failed';
  }
  setTimeout(() => void clearIfHeld(secret), staysMs);
  return (await mayRead()) ? 'for-a-minute' : 'kept';
};
