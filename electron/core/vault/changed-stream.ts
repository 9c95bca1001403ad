import type { CoreEvent } from '../core-options.ts';

type Subscribe = (listener: (event: CoreEvent) => void) => () => void;

/** Events as a stream for one window; it ends, and stops listening, when the window goes away. */
export async function* changedStream(subscribe: Subscribe, signal: AbortSignal): AsyncGenerator<CoreEvent> {
  const waiting: CoreEvent[] = [];
  const wake: { up: () => void } = { up: () => undefined };
  const unsubscribe = subscribe((event) => {
    waiting.push(event);
    wake.up();
  });
  const stop = (): void => wake.up();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      const event = waiting.shift();
      if (event) yield event;
      else
        await new Promise<void>((resolve) => {
          wake.up = resolve;
        });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    unsubscribe();
  }
}
