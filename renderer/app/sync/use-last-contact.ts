import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useNow } from '../use-now.ts';

/** When the hub was last heard of, in words. */
export const useLastContact = (at: string | null): string => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (at === null) return t('sync.summary.never');
  const minutes = format.minutes(at, now);
  return minutes < 1 ? t('sync.summary.justNow') : t('sync.summary.seen', { span: format.span(minutes) });
};
