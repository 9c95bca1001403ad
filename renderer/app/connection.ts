/** Whether the core answers; offline to the core is a state to show, not an error to throw. */
export type Connection = {
  set(connected: boolean): void;
  subscribe(notify: () => void): () => void;
  connected(): boolean;
};

export const createConnection = (): Connection => {
  const listeners = new Set<() => void>();
  let now = true;
  return {
    set: (connected) => {
      now = connected;
      for (const notify of listeners) notify();
    },
    subscribe: (notify) => {
      listeners.add(notify);
      return () => void listeners.delete(notify);
    },
    connected: () => now,
  };
};
