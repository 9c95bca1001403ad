import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/states/empty-state.tsx';

type Props = { error: unknown; reset: () => void };

/** A bug on a page: a reference number, and a way to go on; half-typed forms are kept as drafts. */
export const Broken = ({ error, reset }: Props) => {
  const { t } = useTranslation();
  const [reference] = useState(() => crypto.randomUUID().slice(0, 8));
  useEffect(() => {
    window.reportError(new Error(`reference ${reference}`, { cause: error }));
  }, [error, reference]);
  const actions = (
    <>
      <Button type="primary" onClick={reset}>
        {t('common.broken.goOn')}
      </Button>
      <Button onClick={() => window.location.reload()}>{t('common.broken.reload')}</Button>
    </>
  );
  return (
    <div role="alert">
      <EmptyState title={t('common.broken.title')} text={t('common.broken.text', { reference })} actions={actions} />
    </div>
  );
};
