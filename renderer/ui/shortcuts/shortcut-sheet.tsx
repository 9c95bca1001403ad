import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { comboWords } from './keys.ts';
import styles from './shortcut-sheet.module.css';
import { useShortcutList } from './shortcuts.tsx';

/** Every shortcut that works at this moment. */
export const ShortcutList = ({ open }: { open: boolean }) => (
  <dl className={styles['sheet']}>
    {useShortcutList(open).map((one) => (
      <div key={one.combo} className={styles['line']}>
        <dt>
          <kbd className={styles['keys']}>{comboWords(one.combo)}</kbd>
        </dt>
        <dd>{one.label}</dd>
      </div>
    ))}
  </dl>
);

export const ShortcutSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('common.shortcut.sheet')} width={640}>
      <ShortcutList open={open} />
    </Modal>
  );
};
