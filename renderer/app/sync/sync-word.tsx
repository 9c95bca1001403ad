import { CheckOutlined, CloudUploadOutlined, LaptopOutlined, RollbackOutlined, SwapOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SyncWord } from '../../../shared/sync/sync-word.ts';
import styles from './sync-word.module.css';

const icons = {
  'only-here': LaptopOutlined,
  waiting: CloudUploadOutlined,
  delivered: CheckOutlined,
  returned: RollbackOutlined,
  conflict: SwapOutlined,
} as const satisfies Record<SyncWord, unknown>;

/** 仅本机 待发送 已送达 被退回 有冲突: the one look of the five words, with an explanation on hover. */
export const SyncWordMark = ({ word }: { word: SyncWord }) => {
  const { t } = useTranslation();
  const Icon = icons[word];
  return (
    <Tooltip title={t(`sync.why.${word}`)}>
      <span className={`${styles['word']} ${styles[word] ?? ''}`}>
        <Icon aria-hidden />
        {t(`sync.word.${word}`)}
      </span>
    </Tooltip>
  );
};
