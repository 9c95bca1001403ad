import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { printIdOf } from '../../shared/kernel/bridge.ts';
import { contentPolicy, printPolicy, safeHeaders } from '../../shared/kernel/content-policy.ts';
import type { AssetTable } from '../shell/asset-table.ts';
import type { Admission } from './admission.ts';

const headers = { ...safeHeaders, 'Content-Security-Policy': contentPolicy("'self'"), 'Cache-Control': 'no-store' };

/** Shown where a browser comes without a ticket. Both languages, because nothing is known about the reader yet. */
const noTicketPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>六步 Liubu</title>
<body style="font:16px/1.6 system-ui;margin:15vh auto;max-width:32em;padding:0 1em;color:#1f2733">
<h1 style="font-size:20px">请从启动时显示的地址打开六步</h1>
<p>这个地址只能使用一次。请回到启动六步的窗口，打开最新一行的地址；或重新启动六步。</p>
<h1 lang="en" style="font-size:20px">Open Liubu from the address shown at its start</h1>
<p lang="en">The address works once. Go back to the window in which Liubu was started and open the newest line, or start Liubu again.</p>
</body></html>`;

/** A print page that was opened before, or waited for too long. */
const printedBeforePage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>六步 Liubu</title>
<body style="font:16px/1.6 system-ui;margin:15vh auto;max-width:32em;padding:0 1em;color:#1f2733">
<p>打印页只能打开一次。请回到案件页再点一次“打印”。</p>
<p lang="en">A print page opens once. Go back to the case and print it again.</p>
</body></html>`;

const html = { 'Content-Type': 'text/html; charset=utf-8' };

type Extra = { headers?: Record<string, string>; body?: string };

const end = (response: ServerResponse, status: number, extra: Extra = {}): void => {
  response.writeHead(status, { ...headers, ...extra.headers }).end(extra.body ?? '');
};

type Parts = {
  table: AssetTable;
  admission: Admission;
  takePrint: (printId: string) => string | null;
  /** Told when an address was used. */
  onRedeemed: () => void;
};

/** Answers GET requests: the ticket exchange at `/`, print pages, and files of the table. */
export const servePages =
  ({ table, admission, takePrint, onRedeemed }: Parts) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET') return end(response, 405);
    const url = new URL(request.url ?? '/', admission.origin);
    const token = url.pathname === '/' ? url.searchParams.get('token') : null;
    const place = token === null ? admission.refusalOfPlace(request) : hostOnly(admission, request);
    if (place !== null) return end(response, place);
    if (token !== null) {
      const cookie = admission.redeem(token);
      if (cookie !== null) {
        onRedeemed();
        return end(response, 303, { headers: { 'Set-Cookie': cookie, Location: '/' } });
      }
    }
    if (admission.refusal(request) === 401) return end(response, 401, { headers: html, body: noTicketPage });
    const printId = printIdOf(url.pathname);
    if (printId !== null) return endPrint(response, takePrint(printId));
    const asset = table.get(url.pathname === '/' ? '/index.html' : url.pathname);
    if (asset === undefined) return end(response, 404);
    const immutable = url.pathname.startsWith('/assets/');
    response
      .writeHead(200, {
        ...headers,
        'Content-Type': asset.type,
        ...(immutable && { 'Cache-Control': 'private, max-age=31536000, immutable' }),
      })
      .end(await readFile(asset.file));
  };

const endPrint = (response: ServerResponse, page: string | null): void =>
  end(response, page === null ? 410 : 200, {
    headers: { ...html, 'Content-Security-Policy': printPolicy },
    body: page ?? printedBeforePage,
  });

/** A person may follow the printed address from a mail or a terminal page: only the Host must be ours. */
const hostOnly = (admission: Admission, request: IncomingMessage): 421 | null => (admission.refusalOfPlace(request) === 421 ? 421 : null);
