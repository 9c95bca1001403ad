import { dialog, shell } from 'electron';
import { externalDecision } from './addresses.ts';
import type { Log } from './log.ts';
import type { ShellText } from './text.ts';

/** The only place that hands an address to the operating system. The person sees the whole address before it opens. */
export const openExternalLink = async (address: string, text: ShellText, log: Log): Promise<void> => {
  const decision = externalDecision(address);
  if (decision === 'refuse') return log('shell.link-refused');
  if (decision === 'ask' && !(await confirmed(address, text))) return;
  await shell.openExternal(address);
};

const confirmed = async (address: string, { link }: ShellText): Promise<boolean> => {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: link.title,
    detail: address,
    buttons: [link.cancel, link.open],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
};
