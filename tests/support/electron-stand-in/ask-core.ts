import type { Page } from '@playwright/test';

export type Answer = { status: number; body: unknown };

/** Asks the core from inside the page, over a port of its own, in the words of the wire (oRPC 1.16 peer protocol). */
export const askCore = (page: Page, procedure: string, input?: unknown): Promise<Answer> =>
  page.evaluate(
    ([path, json]) =>
      new Promise<Answer>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', ({ data }) => {
          const { p } = JSON.parse(data as string) as { p: { s?: number; b?: { json?: unknown } } };
          port1.close();
          resolve({ status: p.s ?? 200, body: p.b?.json });
        });
        port1.start();
        window.postMessage('liubu:connect', window.location.origin, [port2]);
        port1.postMessage(JSON.stringify({ i: '1', p: { u: `/${path}`, b: { json } } }));
      }),
    [procedure, input] as const,
  );
