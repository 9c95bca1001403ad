import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog/dialog.tsx';
import { comboWords } from './keys.ts';
import styles from './shortcut-sheet.module.css';
import { useShortcutList } from './shortcuts.tsx';

/** Every shortcut that works at this moment. */
export const ShortcutList = () => (
  <dl className={styles['sheet']}>
    {useShortcutList().map((one) => (
      <div key={one.combo} className={styles['line']}>
        <dt>
          <kbd className={styles['keys']}>{comboWords(one.combo)}</kbd>
        </dt>
        <dd>{one.label}</dd>
      </div>
    ))}
  </dl>
);

export const ShortcutSheet = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('common.shortcut.sheet')} width={640} onClose={onClose}>
      <ShortcutList />
    </Dialog>
  );
};
