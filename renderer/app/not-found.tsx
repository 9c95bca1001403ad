import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { useGo } from './go.ts';

export const NotFound = () => {
  const { t } = useTranslation();
  const go = useGo();
  return <EmptyState title={t('nav.notFound.title')} actions={<Button onClick={() => go.today()}>{t('nav.notFound.back')}</Button>} />;
};
