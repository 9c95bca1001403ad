/**
 * What the window may ask of its host besides the contract. The preload forwards one port per `connectMessage` that the page
 * posts to itself (`window.postMessage(connectMessage, '*', [port])`) and exposes `window.liubu` with exactly these members;
 * under the browser host `window.liubu` is absent.
 */
export const connectMessage = 'liubu:connect';

export const printOutcomes = ['saved', 'cancelled', 'failed'] as const;
export type PrintOutcome = (typeof printOutcomes)[number];

export interface DesktopBridge {
  readonly host: 'desktop';
  /** Copies a secret that leaves the clipboard after a minute; false when it could not be copied. */
  copySecret(secret: string): Promise<boolean>;
  /** Prints to a PDF file that the person chooses: the printed paper waiting under this id, or without one the page as it stands. */
  printToPdf(printId?: string): Promise<PrintOutcome>;
}

/** Names of the channels between preload and shell; nothing else passes. */
export const bridgeChannels = { connect: connectMessage, copySecret: 'liubu:copy-secret', printToPdf: 'liubu:print-to-pdf' } as const;

/** Path of a print page. Its id works once. */
export const printPath = (printId: string): string => `/print/${printId}`;

/** The id in the path of a print page, or null for any other path. */
export const printIdOf = (path: string): string | null => /^\/print\/([\w-]{20,64})$/.exec(path)?.[1] ?? null;
