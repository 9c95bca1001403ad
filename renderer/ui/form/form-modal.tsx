import { Modal } from 'antd';
import { useRef, type CSSProperties, type ReactNode } from 'react';

type Props = { title: ReactNode; width: number; style?: CSSProperties; onClose: () => void; children: ReactNode };

const firstControl = 'input:not(:disabled), textarea:not(:disabled), [role=radio][tabindex="0"]:not(:disabled)';

/**
 * A dialog around a form. It opens with the focus in the form, so that number keys and Ctrl+Enter work at once; a click beside it
 * does not throw half-typed text away.
 */
export const FormModal = ({ title, width, style, onClose, children }: Props) => {
  const body = useRef<HTMLDivElement>(null);
  const focusFirst = (open: boolean): void => {
    if (!open || body.current === null || body.current.contains(document.activeElement)) return;
    body.current.querySelector<HTMLElement>(firstControl)?.focus();
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      mask={{ closable: false }}
      afterOpenChange={focusFirst}
      {...(style === undefined ? {} : { style })}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
};
