import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A skeleton, but only when the answer takes longer than 300 ms: faster answers must not flicker. */
export const LoadingState = ({ rows = 4 }: { rows?: number }) => {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-live="polite">
      <span className="visually-hidden">{t('common.state.loading')}</span>
      {late ? <Skeleton active title={false} paragraph={{ rows }} /> : null}
    </div>
  );
};
