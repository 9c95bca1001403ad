import { useTranslation } from 'react-i18next';

/** What a change is called: `record-contact` → 记录联络. A change of a newer version has no name here yet. */
export const useKindName = (): ((kind: string) => string) => {
  const { t, i18n } = useTranslation();
  return (kind) => (i18n.exists(`undo.kind.${kind}`) ? t(`undo.kind.${kind}`) : t('undo.kind.other'));
};
