import { useTranslation } from 'react-i18next';

/** Names for what the hub and the journal call by codes; what is newer than this app falls back to a general word. */
export const useSyncWording = () => {
  const { t, i18n } = useTranslation();
  const known = (key: string): string | null => (i18n.exists(key) ? t(key) : null);
  return {
    kindOf: (kind: string): string => known(`sync.kind.${kind}`) ?? known(`undo.kind.${kind}`) ?? t('undo.kind.other'),
    codeOf: (code: string): string => known(`sync.code.${code}`) ?? t('sync.code.other', { code }),
    reasonOf: (reason: string): string => known(`sync.handedOver.reason.${reason}`) ?? t('sync.handedOver.reason.unknown'),
  };
};
