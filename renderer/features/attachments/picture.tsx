import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './attachments.module.css';
import { fitScale, zoomed, type View } from './attachment-view.ts';
import { useObjectSource } from '../../ui/files/use-object-source.ts';

type Size = { width: number; height: number };
type Props = { file: File; name: string; view: View; onView: (change: (view: View) => View) => void };

const useFrame = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const { current } = ref;
    if (current === null) return undefined;
    const watch = new ResizeObserver(() => setFrame({ width: current.clientWidth, height: current.clientHeight }));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return { ref, frame };
};

/** A picture that turns, zooms with the wheel and moves with the pointer. */
export const Picture = ({ file, name, view, onView }: Props) => {
  const { t } = useTranslation();
  const { ref, frame } = useFrame();
  const source = useObjectSource(file);
  const [size, setSize] = useState<Size | null>(null);
  const [broken, setBroken] = useState(false);
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1 || view.zoom === 1) return;
    const { movementX, movementY } = event;
    onView((now) => ({ ...now, x: now.x + movementX, y: now.y + movementY }));
  };
  if (broken) return <p className={styles['facts']}>{t('attachments.viewer.notDrawn')}</p>;
  const scale = size === null ? 1 : fitScale(size, frame, view.turns) * view.zoom;
  const transform = `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${view.turns * 90}deg) scale(${scale})`;
  return (
    <div
      ref={ref}
      className={styles['frame']}
      onWheel={(event) => onView((now) => zoomed(now, event.deltaY < 0 ? 1 : -1))}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <img
        ref={source}
        alt={name}
        draggable={false}
        className={styles['picture']}
        style={{ transform, visibility: size === null ? 'hidden' : 'visible' }}
        onLoad={({ currentTarget }) => setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
        onError={() => setBroken(true)}
      />
    </div>
  );
};
