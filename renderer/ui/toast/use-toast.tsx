import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type Toast = {
  done(text: string): void;
  failed(text: string): void;
  /** Says politely why nothing happened. */
  note(text: string): void;
  /** Says what happened and lets it be taken back for ten seconds. */
  undoable(text: string, onUndo: () => void): void;
};

/** Short messages at the edge of the screen; they are announced to screen readers. */
export const useToast = (): Toast => {
  const { message, notification } = App.useApp();
  const { t } = useTranslation();
  return useMemo(
    () => ({
      done: (text) => void message.success(text),
      failed: (text) => void message.error(text, 6),
      note: (text) => void message.info({ key: 'note', content: text, duration: 5 }),
      undoable: (text, onUndo) => {
        const key = `undo:${text}`;
        const undo = (): void => {
          notification.destroy(key);
          onUndo();
        };
        const actions = (
          <Button size="small" onClick={undo}>
            {t('common.action.undo')}
          </Button>
        );
        notification.success({ key, title: text, actions, duration: 10, placement: 'bottomRight' });
      },
    }),
    [message, notification, t],
  );
};
