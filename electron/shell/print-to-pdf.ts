import { dialog, type WebContents } from 'electron';
import { writeFile } from 'node:fs/promises';
import type { PrintOutcome } from '../../shared/kernel/bridge.ts';
import type { Log } from './log.ts';
import type { PrintDesk } from './print-desk.ts';
import type { ShellText } from './text.ts';
import { createPrintWindow } from './window.ts';

/** Prints the page to a file the person names. The page decides paper and margins by its print style sheet. */
export const printToPdf = async (contents: WebContents, text: ShellText, log: Log): Promise<PrintOutcome> => {
  const { filePath, canceled } = await dialog.showSaveDialog({
    title: text.print.title,
    defaultPath: `${text.print.fileName}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return 'cancelled';
  try {
    await writeFile(filePath, await contents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }));
    return 'saved';
  } catch {
    log('shell.print-failed');
    return 'failed';
  }
};

/** Prints a paper that waits in the core. It is loaded before the person is asked for a place: it waits there for a minute only. */
export const printPaper = async (
  printId: string,
  { desk, text, log }: { desk: PrintDesk; text: ShellText; log: Log },
): Promise<PrintOutcome> => {
  try {
    if (!(await desk.lay(printId))) return 'failed';
    const window = await createPrintWindow(printId);
    try {
      return await printToPdf(window.webContents, text, log);
    } finally {
      window.destroy();
    }
  } catch {
    log('shell.print-failed');
    return 'failed';
  }
};
