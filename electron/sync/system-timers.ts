import type { Timers, TimerName } from './ports.ts';

/** Real timers; they never keep the process alive by themselves. */
export const systemTimers = (fire: (name: TimerName) => void): Timers & { close(): void } => {
  const running = new Map<TimerName, NodeJS.Timeout>();
  const clear = (name: TimerName): void => {
    clearTimeout(running.get(name));
    running.delete(name);
  };
  return {
    set: (name, ms) => {
      clear(name);
      const timer = setTimeout(() => {
        running.delete(name);
        fire(name);
      }, ms);
      timer.unref();
      running.set(name, timer);
    },
    clear,
    close: () => {
      for (const name of running.keys()) clear(name);
    },
  };
};

/** Milliseconds since the process began: no clock change moves it. */
export const monotonicMs = (): number => performance.now();

/** For back-off only, never for secrets. */
export const dice = (): number => Math.random();

/** One call, later; it never keeps the process alive. */
export const later = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
