import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';

/** Says that half-done work was brought back, and lets it go. */
export const DraftNotice = ({ restoredAt, onDiscard }: { restoredAt: string | null; onDiscard: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (restoredAt === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('common.draft.restored', { at: format.instant(restoredAt) })}
      action={
        <Button size="small" onClick={onDiscard}>
          {t('common.draft.discard')}
        </Button>
      }
    />
  );
};
