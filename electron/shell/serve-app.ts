import { readFile } from 'node:fs/promises';
import { printIdOf } from '../../shared/kernel/bridge.ts';
import { contentPolicy, printPolicy, safeHeaders } from '../../shared/kernel/content-policy.ts';
import { isAppAddress } from './addresses.ts';
import type { Asset, AssetTable } from './asset-table.ts';

const headers = { ...safeHeaders, 'Content-Security-Policy': contentPolicy("'none'") };

const printHeaders = { ...safeHeaders, 'Content-Security-Policy': printPolicy, 'Content-Type': 'text/html; charset=utf-8' };

const refuse = (status: number): Response => new Response(null, { status, headers });

/** Pages of the window's router: words and ids between slashes. They all are the one document. */
const isRoute = (path: string): boolean => /^(\/[\w-]+)*\/?$/.test(path);

const assetFor = (table: AssetTable, path: string): Asset | undefined =>
  table.get(path) ?? (isRoute(path) ? table.get('/index.html') : undefined);

/** Answers `app://liubu/…`: GET only, files of the table and print pages only. */
export const serveApp =
  (table: AssetTable, takePrint: (printId: string) => string | null) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'GET') return refuse(405);
    if (!isAppAddress(request.url)) return refuse(404);
    const path = new URL(request.url).pathname;
    const printId = printIdOf(path);
    if (printId !== null) {
      const page = takePrint(printId);
      return page === null ? refuse(410) : new Response(page, { headers: printHeaders });
    }
    const asset = assetFor(table, path);
    if (asset === undefined) return refuse(404);
    return new Response(await readFile(asset.file), { headers: { ...headers, 'Content-Type': asset.type } });
  };
