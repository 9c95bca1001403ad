import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/states/error-state.tsx';
import { LoadingState } from '../ui/states/loading-state.tsx';
import { useNoToasts } from '../ui/toast/use-no-toasts.ts';
import type { Beginning } from '../features/vault/begin-choice.tsx';
import { useCore } from './core-context.ts';
import { failureOf } from './failure.ts';
import { useChangeSettings } from './keep-look.ts';
import { useLook } from './look.ts';
import styles from './vault-gate.module.css';

const FirstRun = lazy(async () => ({ default: (await import('../features/vault/first-run.tsx')).FirstRun }));
const UnlockScreen = lazy(async () => ({ default: (await import('../features/vault/unlock-screen.tsx')).UnlockScreen }));
const FaultScreen = lazy(async () => ({ default: (await import('../features/vault/fault-screen.tsx')).FaultScreen }));
const RestoreForm = lazy(async () => ({ default: (await import('../features/backups/restore-form.tsx')).RestoreForm }));
const Revoked = lazy(async () => ({ default: (await import('../features/sync/revoked.tsx')).Revoked }));
const ConnectForm = lazy(async () => ({ default: (await import('../features/sync/connect-form.tsx')).ConnectForm }));
const OpenWindow = lazy(async () => ({ default: (await import('./open-window.tsx')).OpenWindow }));

/** Nothing of the file may stay in memory or on the screen once the vault is not open any more. */
const useForgetOnLock = (open: boolean): void => {
  const client = useQueryClient();
  const { queries } = useCore();
  useNoToasts(!open);
  useEffect(() => {
    if (open) return;
    const kept = JSON.stringify(queries.vault.status.queryKey());
    client.removeQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== kept });
    client.getMutationCache().clear();
  }, [open, client, queries]);
};

const placeOf: Record<Beginning, string> = { empty: '/', demo: '/', import: '/import', hub: '/sync' };

const Connect = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation();
  return <ConnectForm submitLabel={t('sync.connect.submit')} autoFocus onDone={onDone} />;
};

/** Which of the four faces the app shows: first run, locked, out of order, or open. */
export const VaultGate = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: status, error, refetch } = useQuery(queries.vault.status.queryOptions({ staleTime: 0 }));
  const [settingUp, setSettingUp] = useState(false);
  const [told, setTold] = useState(false);
  const state = status?.state ?? null;
  useForgetOnLock(state === 'open');
  if (state === 'open' && told) setTold(false);
  if (state === 'fresh' && !settingUp) setSettingUp(true);
  // A restored backup ends the first run: it has a passcode and people of its own.
  if (settingUp && (state === 'locked' || state === 'fault')) setSettingUp(false);
  const { language } = useLook();
  const { mutate: change } = useChangeSettings();
  // The language chosen before there was a file goes into its settings, or the window would open in the default one.
  const begin = (beginning: Beginning): void => {
    window.location.hash = placeOf[beginning];
    change({ language }, { onSettled: () => setSettingUp(false) });
  };
  const screen = (() => {
    if (status === undefined) {
      return error === null ? <LoadingState /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
    }
    // Also after a restart: a first run would look as if everything had been lost.
    if (state === 'fresh' && status.revoked && !told) return <Revoked onGoOn={() => setTold(true)} />;
    if (settingUp) return <FirstRun restore={<RestoreForm />} connect={<Connect onDone={() => begin('hub')} />} onDone={begin} />;
    if (state === 'fault') return <FaultScreen status={status} restore={<RestoreForm />} onRetry={() => void refetch()} />;
    return <UnlockScreen status={status} restore={<RestoreForm />} />;
  })();
  return (
    <Suspense fallback={<LoadingState />}>
      {state === 'open' && !settingUp ? <OpenWindow /> : <main className={styles['gate']}>{screen}</main>}
    </Suspense>
  );
};
