import { App } from 'antd';
import { useEffect } from 'react';

/** Takes away what was said about the file once nothing of it may be on the screen: a message may name a case. */
export const useNoToasts = (closed: boolean): void => {
  const { message, notification } = App.useApp();
  useEffect(() => {
    if (!closed) return;
    message.destroy();
    notification.destroy();
  }, [closed, message, notification]);
};
