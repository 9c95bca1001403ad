import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyRegion, BodySide, BodyView, InjuryMark } from '../../../shared/doctors/model.ts';
import { figure, nextShape, placeOf, shapesOf, type BodyShape } from './body-shapes.ts';
import styles from './body.module.css';
import { MarkSymbol } from './mark-symbol.tsx';
import { usePlaceName } from './place-name.ts';

type Figure = { view: BodyView; marks: readonly InjuryMark[] };
const viewBox = `${figure.left} 0 ${figure.width} ${figure.height}`;

const marksOn = (shape: BodyShape, { view, marks }: Figure): InjuryMark[] =>
  marks.filter((mark) => mark.view === view && mark.region === shape.region && (shape.side === 'middle' || shape.side === mark.side));

const Marks = ({ shapes, scale = 1, ...seen }: Figure & { shapes: readonly BodyShape[]; scale?: number }) => (
  <>
    {shapes.flatMap((shape) => {
      const here = marksOn(shape, seen);
      return here.map((mark, i) => (
        <MarkSymbol key={mark.id} kind={mark.kind} source={mark.source} scale={scale} {...placeOf(shape, mark, [i, here.length])} />
      ));
    })}
  </>
);

/** The figure as a picture, for the helper column. */
export const SmallFigure = ({ view, marks, label }: Figure & { label: string }) => {
  const shapes = useMemo(() => shapesOf(view), [view]);
  return (
    <svg role="img" aria-label={label} viewBox={viewBox} className={styles['small']}>
      {shapes.map((shape) => (
        <path key={`${shape.region}-${shape.side}`} d={shape.path} className={styles['part']} />
      ))}
      <Marks shapes={shapes} view={view} marks={marks} scale={1.8} />
    </svg>
  );
};

type Props = Figure & { onPick: ((region: BodyRegion, side: BodySide) => void) | null };

/** A figure whose regions are buttons: Tab enters it, arrow keys move over the body, Enter marks. */
export const BodyFigure = ({ view, marks, onPick }: Props) => {
  const { t } = useTranslation();
  const placeName = usePlaceName();
  const shapes = useMemo(() => shapesOf(view), [view]);
  const [at, setAt] = useState(0);
  const nodes = useRef(new Map<number, SVGGElement>());
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const shape = shapes[index];
    if (shape === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPick?.(shape.region, shape.side);
      return;
    }
    const next = nextShape(shapes, shape, event.key);
    if (next === undefined) return;
    event.preventDefault();
    nodes.current.get(shapes.indexOf(next))?.focus();
  };
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['view']}>
        <span>{t(view === 'front' ? 'doctors.side.right' : 'doctors.side.left')}</span>
        <strong>{t(`doctors.view.${view}`)}</strong>
        <span>{t(view === 'front' ? 'doctors.side.left' : 'doctors.side.right')}</span>
      </figcaption>
      <svg
        role="group"
        aria-label={t('doctors.body.figure', { view: t(`doctors.view.${view}`) })}
        width={figure.width}
        height={figure.height}
        viewBox={viewBox}
      >
        {shapes.map((shape, index) => {
          const here = marksOn(shape, { view, marks });
          const name = placeName(shape.region, shape.side);
          const said =
            here.length === 0
              ? name
              : t('doctors.body.marked', { place: name, kinds: here.map(({ kind }) => t(`doctors.kind.${kind}`)).join(', ') });
          return (
            <g
              key={`${shape.region}-${shape.side}`}
              ref={(node) => void (node === null ? nodes.current.delete(index) : nodes.current.set(index, node))}
              role="button"
              aria-label={said}
              aria-disabled={onPick === null}
              tabIndex={index === at ? 0 : -1}
              className={styles['region']}
              onFocus={() => setAt(index)}
              onClick={() => onPick?.(shape.region, shape.side)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <title>{said}</title>
              <path d={shape.path} className={here.length === 0 ? styles['part'] : styles['hurt']} />
            </g>
          );
        })}
        <Marks shapes={shapes} view={view} marks={marks} />
      </svg>
    </figure>
  );
};
