import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCore } from './core-context.ts';

/**
 * The instant now, renewed every half minute, so that due times do not grow stale on the screen. Never before the newest entry
 * of the file, which the core knows: a wrong device clock moves no due time.
 */
export const useNow = (): string => {
  const { queries } = useCore();
  const { data: time } = useQuery(queries.clocks.time.queryOptions({ refetchInterval: 60_000 }));
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return time !== undefined && time.now > now ? time.now : now;
};
