import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

/** How well a fact is known, as a word; what nobody verified stands out. */
export const MarkTag = ({ mark }: { mark: string }) => {
  const { t } = useTranslation();
  if (mark === 'input') return <Tag>{t('settlement.mark.short.input')}</Tag>;
  return (
    <Tooltip title={t(`settlement.mark.long.${mark}`)}>
      <Tag color={mark === 'U' ? 'warning' : mark === 'P' ? 'success' : 'default'}>{t(`settlement.mark.short.${mark}`)}</Tag>
    </Tooltip>
  );
};
