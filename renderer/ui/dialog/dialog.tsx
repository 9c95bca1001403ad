import { Modal } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import { useGiveFocusBack } from './give-focus-back.ts';

export type DialogProps = {
  title: ReactNode;
  width: number | string;
  style?: CSSProperties | undefined;
  /** Off where a click beside the dialog would throw half-typed text away. */
  closesBeside?: boolean;
  /** Off where the keys alone lead out of it. */
  closable?: boolean;
  onClose: () => void;
  /** When it has come in. */
  onShown?: () => void;
  children: ReactNode;
};

/** A dialog that is on the screen as long as it is drawn, and gone at once: a key pressed after it must not fall on its way out. */
export const Dialog = ({ title, width, style, closesBeside = true, closable = true, onClose, onShown, children }: DialogProps) => {
  useGiveFocusBack();
  return (
    <Modal
      open
      title={title}
      width={width}
      footer={null}
      closable={closable}
      onCancel={onClose}
      destroyOnHidden
      mask={{ closable: closesBeside }}
      {...(onShown === undefined ? {} : { afterOpenChange: (open: boolean) => (open ? onShown() : undefined) })}
      {...(style === undefined ? {} : { style })}
    >
      {children}
    </Modal>
  );
};
