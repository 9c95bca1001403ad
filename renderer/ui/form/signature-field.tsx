import { Button } from 'antd';
import { useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from './field-frame.tsx';
import { parseAnything } from './parse.ts';
import styles from './signature-field.module.css';
import { useField, type FieldProps } from './use-field.ts';

/** Lines drawn by hand: x and y by turns, in units of a pad of this size. */
export type Drawn = { width: number; height: number; strokes: number[][] };

const pad = { width: 480, height: 140 };
/** Points nearer than this to the last one add nothing to the line. */
const step = 2;
const maxPoints = 4_000;

/** Drawn lines, as they were made. */
export const DrawnLines = ({ drawn, label }: { drawn: Drawn; label: string }) => (
  <svg className={styles['lines']} viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={label}>
    {drawn.strokes.map((stroke, i) => (
      // oxlint-disable-next-line react/no-array-index-key -- strokes are only ever added at the end
      <polyline key={i} points={stroke.join(' ')} />
    ))}
  </svg>
);

/** A pad to sign on with finger, pen or mouse. Who cannot draw takes another way: the form offers it beside the pad. */
export const SignatureField = (props: FieldProps) => {
  const { t } = useTranslation();
  const field = useField(props, parseAnything);
  const drawing = useRef(false);
  const drawn = (field.value ?? null) as Drawn | null;
  const strokes = drawn?.strokes ?? [];
  const put = (next: number[][]): void => field.set(next.length === 0 ? null : { ...pad, strokes: next });
  const pointOf = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (at: number, size: number, limit: number): number => Math.round(Math.min(limit, Math.max(0, (at / size) * limit)));
    return [within(event.clientX - box.left, box.width, pad.width), within(event.clientY - box.top, box.height, pad.height)];
  };
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (field.off || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    put([...strokes, pointOf(event)]);
  };
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const last = strokes.at(-1);
    if (!drawing.current || last === undefined || last.length >= maxPoints) return;
    const [x, y] = pointOf(event);
    if (Math.hypot(x - (last.at(-2) ?? 0), y - (last.at(-1) ?? 0)) < step) return;
    put([...strokes.slice(0, -1), [...last, x, y]]);
  };
  const end = (): void => void (drawing.current = false);
  return (
    <FieldFrame {...field.frame} wide group>
      <div className={styles['frame']}>
        <svg
          className={styles['pad']}
          viewBox={`0 0 ${pad.width} ${pad.height}`}
          role="img"
          aria-labelledby={`${field.id}-label`}
          tabIndex={-1}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        >
          <line x1="24" x2={pad.width - 24} y1={pad.height - 30} y2={pad.height - 30} className={styles['base']} />
          {strokes.map((stroke, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- strokes are only ever added at the end
            <polyline key={i} points={(stroke.length === 2 ? [...stroke, ...stroke.map((at) => at + 1)] : stroke).join(' ')} />
          ))}
        </svg>
        <Button size="small" className={styles['clear'] ?? ''} disabled={drawn === null || field.off} onClick={() => put([])}>
          {t('common.action.clear')}
        </Button>
      </div>
    </FieldFrame>
  );
};
