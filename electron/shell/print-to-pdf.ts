import { dialog, type WebContents } from 'electron';
import { writeFile } from 'node:fs/promises';
import type { PrintOutcome } from '../../shared/kernel/bridge.ts';
import type { Log } from './log.ts';
import type { ShellText } from './text.ts';

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
