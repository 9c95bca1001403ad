import { Button, Radio } from 'antd';
import { useEffect, useRef, useState, type CSSProperties, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/attachments/model.ts';
import styles from './attachments.module.css';
import { fitScale } from './attachment-view.ts';
import { drawPreview } from './burn-in.ts';
import {
  derivationOf,
  newEdit,
  nudged,
  placed,
  rectBetween,
  turnedEdit,
  withoutLast,
  type Edit,
  type EditMode,
  type Rect,
} from './edit-view.ts';
import { useDerived } from './use-derived.ts';

const styleOf = ({ x, y, width, height }: Rect): CSSProperties => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

/** The decoded picture, given back when the editor closes. */
const useBitmap = (file: File): ImageBitmap | null | 'broken' => {
  const [bitmap, setBitmap] = useState<ImageBitmap | null | 'broken'>(null);
  useEffect(() => {
    const state = { gone: false, made: null as ImageBitmap | null };
    createImageBitmap(file).then(
      (made) => {
        state.made = made;
        if (state.gone) made.close();
        else setBitmap(made);
      },
      () => setBitmap('broken'),
    );
    return () => {
      state.gone = true;
      state.made?.close();
    };
  }, [file]);
  return bitmap;
};

type Surface = { bitmap: ImageBitmap; edit: Edit; onEdit: (change: (edit: Edit) => Edit) => void };

/** The picture with what is blackened and what is kept; a rectangle is drawn with the pointer. */
const Surface = ({ bitmap, edit, onEdit }: Surface) => {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<Rect | null>(null);
  const frame = { width: Math.min(1_100, window.innerWidth * 0.9), height: Math.max(240, window.innerHeight - 250) };
  const scale = fitScale(bitmap, frame, edit.turns);
  // The tool that opened the editor is gone: without this the focus would fall on the button that closes everything.
  useEffect(() => surface.current?.focus(), []);
  useEffect(() => {
    if (canvas.current !== null) drawPreview(canvas.current, bitmap, { turns: edit.turns, scale });
  }, [bitmap, edit.turns, scale]);
  const pointAt = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLDivElement>): { x: number; y: number } => {
    const box = currentTarget.getBoundingClientRect();
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  };
  const end = (): void => {
    if (drawn !== null) onEdit((now) => placed(now, drawn));
    setFrom(null);
    setDrawn(null);
  };
  return (
    <div className={styles['editFrame']}>
      <div
        className={styles['editSurface']}
        ref={surface}
        role="application"
        tabIndex={0}
        aria-label={t('attachments.edit.surface')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(pointAt(event));
        }}
        onPointerMove={(event) => (from === null ? undefined : setDrawn(rectBetween(from, pointAt(event))))}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <canvas ref={canvas} />
        {edit.redactions.map((rect, i) => (
          <div key={i} className={styles['blackened']} style={styleOf(rect)} />
        ))}
        {edit.crop === null ? null : <div className={styles['kept']} style={styleOf(edit.crop)} />}
        <div className={edit.mode === 'redact' ? styles['redactCursor'] : styles['cropCursor']} style={styleOf(drawn ?? edit.cursor)} />
      </div>
    </div>
  );
};

type Act = 'turnLeft' | 'turnRight' | 'redact' | 'crop' | 'place' | 'undo' | 'reset' | 'save' | 'leave';

const actOfKey = ({ key, ctrlKey }: KeyboardEvent): Act | null => {
  if (key === 'Enter') return ctrlKey ? 'save' : 'place';
  const plain: Record<string, Act> = {
    '[': 'turnLeft',
    ']': 'turnRight',
    x: 'redact',
    c: 'crop',
    r: 'reset',
    Backspace: 'undo',
    Delete: 'undo',
    Escape: 'leave',
  };
  return ctrlKey ? null : (plain[key] ?? null);
};

const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -0.01, y: 0 },
  ArrowRight: { x: 0.01, y: 0 },
  ArrowUp: { x: 0, y: -0.01 },
  ArrowDown: { x: 0, y: 0.01 },
};

/** The keys of the editor come before those of the dialog around it, where Esc would close everything. */
const useEditorKeys = (onAct: (act: Act) => void, onArrow: (by: { x: number; y: number }, sizes: boolean) => void): void => {
  const latest = useRef({ onAct, onArrow });
  useEffect(() => {
    latest.current = { onAct, onArrow };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.altKey || event.metaKey || event.isComposing) return;
      const arrow = arrows[event.key];
      const act = actOfKey(event);
      // A focused button does its own thing on Enter.
      if (act === 'place' && event.target instanceof HTMLButtonElement) return;
      if (arrow !== undefined) latest.current.onArrow(arrow, event.shiftKey);
      else if (act === null) return;
      else latest.current.onAct(act);
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
};

const change: Partial<Record<Act, (edit: Edit) => Edit>> = {
  turnLeft: (edit) => turnedEdit(edit, -1),
  turnRight: (edit) => turnedEdit(edit, 1),
  redact: (edit) => ({ ...edit, mode: 'redact' }),
  crop: (edit) => ({ ...edit, mode: 'crop' }),
  place: (edit) => placed(edit, edit.cursor),
  undo: withoutLast,
  reset: () => newEdit(0),
};

type Props = { row: Attachment; file: File; turns: number; onLeave: () => void };

/** 裁剪、遮盖: makes a new picture from this one; the original stays untouched. */
export const PictureEditor = ({ row, file, turns, onLeave }: Props) => {
  const { t } = useTranslation();
  const bitmap = useBitmap(file);
  const [edit, setEdit] = useState<Edit>(() => newEdit(turns));
  const { saving, save } = useDerived(row, onLeave);
  const ready = bitmap !== null && bitmap !== 'broken' && derivationOf(edit) !== null && !saving;
  const act = (what: Act): void => {
    if (what === 'leave') onLeave();
    else if (what === 'save') void (ready && save(bitmap, edit));
    else setEdit(change[what] ?? ((now) => now));
  };
  useEditorKeys(act, (by, sizes) => setEdit((now) => nudged(now, by, sizes)));
  if (bitmap === 'broken') return <p className={styles['facts']}>{t('attachments.viewer.notDrawn')}</p>;
  const tool = (what: Act, key: string) => (
    <Button onClick={() => act(what)}>
      {t(`attachments.edit.${what}`)} <kbd>{key}</kbd>
    </Button>
  );
  return (
    <>
      <div className={styles['tools']} role="toolbar" aria-label={t('attachments.edit.tools')}>
        <Radio.Group
          optionType="button"
          aria-label={t('attachments.edit.mode')}
          value={edit.mode}
          onChange={({ target }) => act(target.value as EditMode)}
          options={[
            { value: 'redact', label: `${t('attachments.edit.redact')} X` },
            { value: 'crop', label: `${t('attachments.edit.crop')} C` },
          ]}
        />
        {tool('place', 'Enter')}
        {tool('undo', '⌫')}
        {tool('turnLeft', '[')}
        {tool('turnRight', ']')}
        {tool('reset', 'R')}
        <Button className={styles['copy'] ?? ''} onClick={onLeave}>
          {t('attachments.edit.leave')} <kbd>Esc</kbd>
        </Button>
        <Button type="primary" disabled={!ready} loading={saving} onClick={() => act('save')}>
          {t('attachments.edit.save')} <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
      <p className={styles['second']}>{t('attachments.edit.hint')}</p>
      {bitmap === null ? null : <Surface bitmap={bitmap} edit={edit} onEdit={setEdit} />}
    </>
  );
};
