import { Input, Modal, type InputRef } from 'antd';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { belongsToInputMethod } from '../shortcuts/keys.ts';
import styles from './palette.module.css';

export type Command = { id: string; label: string; hint?: string; run: () => void };

const matching = (commands: readonly Command[], text: string): readonly Command[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((one) => words.every((word) => `${one.label} ${one.hint ?? ''}`.toLowerCase().includes(word)));
};

type Props = { open: boolean; commands: readonly Command[]; onClose: () => void };

/** Ctrl+K: type a few letters, Enter does it. */
export const Palette = ({ open, commands, onClose }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<InputRef>(null);
  const found = useMemo(() => matching(commands, text), [commands, text]);
  const close = (): void => {
    setText('');
    setAt(0);
    onClose();
  };
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    close();
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
    <Modal
      open={open}
      onCancel={close}
      footer={null}
      closable={false}
      title={t('common.palette.title')}
      width={560}
      afterOpenChange={(shown) => shown && input.current?.focus()}
    >
      <Input
        ref={input}
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
    </Modal>
  );
};
