import { useEffect, useState } from 'react';

/** Seconds left until an instant (milliseconds since the epoch), counting down on the screen; 0 when it has passed. */
export const useCountdown = (untilMs: number): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  return Math.max(0, Math.ceil((untilMs - now) / 1_000));
};
