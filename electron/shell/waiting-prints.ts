import type { FromCore, ToCore } from '../../shared/kernel/host-messages.ts';

/** Print pages asked of the core process: each request waits for its answer, or for the end of the process. */
export const waitingPrints = (send: (message: ToCore) => void) => {
  const waiting = new Map<number, (page: string | null) => void>();
  let last = 0;
  const give = (id: number, page: string | null): void => {
    waiting.get(id)?.(page);
    waiting.delete(id);
  };
  return {
    take: (printId: string): Promise<string | null> =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send({ type: 'take-print', id: last, printId });
      }),
    given: ({ id, page }: Extract<FromCore, { type: 'print' }>): void => give(id, page),
    /** The process is gone, and what waited in it. */
    gone: (): void => {
      for (const id of waiting.keys()) give(id, null);
    },
  };
};
