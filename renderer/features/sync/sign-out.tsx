import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { Ask } from './ask.tsx';

/** Signing out keeps everything. With unsent work it asks first: send it, or park it until the next sign-in. */
export const SignOut = ({ waiting }: { waiting: number }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const end = async (park: boolean): Promise<void> => {
    const problem = await attempt((api) => api.sync.signOut({ park }));
    if (problem?.code === 'sync.unsent') setAsking(true);
    else if (problem !== null) toast.failed(problemText(t, problem));
    else setAsking(false);
  };
  const send = async (): Promise<void> => {
    setAsking(false);
    await attempt((api) => api.sync.now());
  };
  return (
    <>
      <Button onClick={() => void end(false)}>{t('sync.signOut.submit')}</Button>
      {asking ? (
        <Ask title={t('sync.signOut.unsent', { count: waiting })} text={t('sync.signOut.unsentText')} onClose={() => setAsking(false)}>
          <Button type="primary" autoFocus onClick={() => void send()}>
            {t('sync.signOut.sendFirst')}
          </Button>
          <Button onClick={() => void end(true)}>{t('sync.signOut.park')}</Button>
          <Button onClick={() => setAsking(false)}>{t('common.action.cancel')}</Button>
        </Ask>
      ) : null}
    </>
  );
};
