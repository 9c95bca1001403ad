/** Two windows may ask at once; one answer after the other keeps a file from being opened twice. */
export const createTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  const tail: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (work) => {
    const next = tail.last.then(work, work);
    tail.last = next.catch(() => undefined);
    return next;
  };
};
