import { Input } from 'antd';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog/dialog.tsx';
import { belongsToInputMethod } from '../shortcuts/keys.ts';
import styles from './palette.module.css';

export type Command = { id: string; label: string; hint?: string; run: () => void };

const matching = (commands: readonly Command[], text: string): readonly Command[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((one) => words.every((word) => `${one.label} ${one.hint ?? ''}`.toLowerCase().includes(word)));
};

type Props = { commands: readonly Command[]; onClose: () => void };

/** Ctrl+K: type a few letters, Enter does it. */
export const Palette = ({ commands, onClose }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => matching(commands, text), [commands, text]);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsToInputMethod(event.nativeEvent)) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(found.length - 1, now + move)));
    }
    if (event.key === 'Enter') run(found[at]);
  };
  return (
    <Dialog title={t('common.palette.title')} width={560} closable={false} onClose={onClose}>
      <Input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type in
        autoFocus
        value={text}
        aria-label={t('common.palette.hint')}
        placeholder={t('common.palette.hint')}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <div className={styles['list']} role="listbox" aria-label={t('common.palette.title')}>
        {found.map((command, i) => (
          <button
            key={command.id}
            type="button"
            role="option"
            aria-selected={i === at}
            className={styles['line']}
            onMouseEnter={() => setAt(i)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            <span className={styles['hint']}>{command.hint}</span>
          </button>
        ))}
        {found.length === 0 ? <p className={styles['hint']}>{t('common.palette.none')}</p> : null}
      </div>
    </Dialog>
  );
};
