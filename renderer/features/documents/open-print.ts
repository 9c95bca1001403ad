import { printPath, type DesktopBridge } from '../../../shared/kernel/bridge.ts';

export type Opened = 'opened' | 'saved' | 'cancelled' | 'failed' | 'blocked';

/** Shows a printed paper: the desktop program makes a PDF, a browser opens a page of its own and its print dialog. */
export const openPrint = async (printId: string): Promise<Opened> => {
  const { liubu } = window as { liubu?: DesktopBridge };
  if (liubu !== undefined) return liubu.printToPdf(printId);
  const page = window.open(printPath(printId));
  if (page === null) return 'blocked';
  page.addEventListener('load', () => void page.document.fonts.ready.then(() => page.print()));
  return 'opened';
};
