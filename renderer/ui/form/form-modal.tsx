import { useRef, type CSSProperties, type ReactNode } from 'react';
import { Dialog } from '../dialog/dialog.tsx';
import { focusFirst } from './first-focus.ts';

type Props = { title: ReactNode; width: number; style?: CSSProperties; onClose: () => void; children: ReactNode };

/**
 * A dialog around a form. It opens with the focus in the form, so that number keys and Ctrl+Enter work at once; a click beside it
 * does not throw half-typed text away.
 */
export const FormModal = ({ title, width, style, onClose, children }: Props) => {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog title={title} width={width} style={style} closesBeside={false} onClose={onClose} onShown={() => focusFirst(body.current)}>
      <div ref={body}>{children}</div>
    </Dialog>
  );
};
