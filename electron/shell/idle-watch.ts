import type { LockReason } from '../../shared/kernel/host-messages.ts';

/** What the watch needs of the operating system; `lock-screen` exists only on macOS and Windows, hence the polling. */
export interface PowerEvents {
  getSystemIdleTime(): number;
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown;
}

export type IdleWatch = {
  everyMs: number;
  repeat: (work: () => void, everyMs: number) => void;
  onIdle: (seconds: number) => void;
  onLock: (reason: LockReason) => void;
};

/** Tells the core how long nobody has touched the machine; the core knows the person's limit and locks itself. */
export const watchIdle = (power: PowerEvents, { everyMs, repeat, onIdle, onLock }: IdleWatch): void => {
  repeat(() => onIdle(power.getSystemIdleTime()), everyMs);
  power.on('suspend', () => onLock('suspend'));
  power.on('lock-screen', () => onLock('screen-locked'));
};
