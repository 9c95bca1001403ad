import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { defaultSettings } from '../../../shared/settings/contract.ts';
import { useCore } from '../core-context.ts';
import { useLock } from '../window-context.ts';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const lookEveryMs = 5_000;

/**
 * Locks when nobody has touched key or pointer for the set time. Compares wall-clock times, so that a laptop that slept locks as
 * soon as it wakes; a focused field or an open dialog does not stop it.
 */
export const useIdleLock = (): void => {
  const { queries } = useCore();
  const lock = useLock();
  const { data: settings = defaultSettings } = useQuery(queries.settings.read.queryOptions());
  const limitMs = settings.idleLockMinutes * 60_000;
  useEffect(() => {
    let touched = Date.now();
    const touch = (): void => {
      touched = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() - touched >= limitMs) void lock();
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touch);
    };
  }, [limitMs, lock]);
};
