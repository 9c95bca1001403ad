import { useEffect, useState } from 'react';

/** The instant now, renewed every half minute, so that due times do not grow stale on the screen. */
export const useNow = (): string => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
