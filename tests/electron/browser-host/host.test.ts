import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startHost, type Host } from '../../../electron/browser-host/host.ts';
import type { Wire } from '../../../electron/core/rpc-wire.ts';
import { readAssetTable } from '../../../electron/shell/asset-table.ts';

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });

const openSocket = (url: string, headers: Record<string, string>): Promise<number | 'open'> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });

const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? '';

describe('the browser host', () => {
  let folder: string;
  let host: Host;
  let wires: Wire[];
  let addresses: string[];
  let prints: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'liubu-host-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
    writeFileSync(join(folder, 'app.js'), 'export {};');
    writeFileSync(join(folder, 'secret.env'), 'x');
    wires = [];
    addresses = [];
    prints = [];
    host = await startHost({
      port: 0,
      assets: readAssetTable(folder),
      random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
      serve: (wire) => wires.push(wire),
      takePrint: (printId) => (printId === prints.splice(0).at(0) ? '<!doctype html><title>paper</title>' : null),
      onAddress: (address) => addresses.push(address),
    });
  });

  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  it('exchanges the token of the printed address for a strict cookie and then serves the page', async () => {
    const first = await ask(host.address);
    expect(first.status).toBe(303);
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/);
    const page = await ask(`${host.origin}/`, { cookie: cookieOf(first) });
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>page</title>');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  it('takes a token once and then prints another one', async () => {
    await ask(host.address);
    expect((await ask(host.address)).status).toBe(401);
    expect(addresses).toHaveLength(1);
    expect((await ask(addresses[0] ?? '')).status).toBe(303);
  });

  it('explains in both languages what to do without a ticket', async () => {
    const answer = await ask(`${host.origin}/`);
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('请从启动时显示的地址打开');
    expect(answer.body).toContain('Open Liubu from the address shown');
  });

  it('refuses a foreign Host, a foreign Origin and a cross-site fetch, with the cookie and without', async () => {
    const cookie = cookieOf(await ask(host.address));
    const tries: [Record<string, string>, number][] = [
      [{ cookie, host: 'liubu.example' }, 421],
      [{ cookie, host: 'localhost' }, 421],
      [{ cookie, origin: 'http://evil.example' }, 403],
      [{ cookie, origin: 'null' }, 403],
      [{ cookie, 'sec-fetch-site': 'cross-site' }, 403],
      [{ cookie, 'sec-fetch-site': 'same-site' }, 403],
      [{ host: 'liubu.example' }, 421],
    ];
    for (const [headers, status] of tries) expect((await ask(`${host.origin}/`, headers)).status, JSON.stringify(headers)).toBe(status);
  });

  it('answers only GET and only files of its table', async () => {
    const cookie = cookieOf(await ask(host.address));
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) expect((await ask(`${host.origin}/`, { cookie }, method)).status).toBe(405);
    for (const path of ['/secret.env', '/..%2f..%2fetc/passwd', '/../package.json', '//etc/passwd']) {
      expect((await ask(`${host.origin}${path}`, { cookie })).status, path).toBe(404);
    }
    expect((await ask(`${host.origin}/app.js`, { cookie })).status).toBe(200);
  });

  it('gives a print page out once, to an admitted browser, under a policy without any script', async () => {
    const cookie = cookieOf(await ask(host.address));
    const id = 'a'.repeat(43);
    prints = [id];
    const path = `${host.origin}/print/${id}`;
    expect((await ask(path)).status).toBe(401);
    const page = await ask(path, { cookie });
    expect(page.status).toBe(200);
    expect(page.body).toContain('paper');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; /);
    expect(page.headers['content-security-policy']).not.toContain('script-src');
    const again = await ask(path, { cookie });
    expect(again.status).toBe(410);
    expect(again.body).toContain('打印页只能打开一次');
  });

  it('opens a socket for our page only', async () => {
    const cookie = cookieOf(await ask(host.address));
    const url = host.origin.replace('http', 'ws');
    const own = { cookie, origin: host.origin };
    expect(await openSocket(`${url}/rpc`, own)).toBe('open');
    expect(wires).toHaveLength(1);
    expect(await openSocket(`${url}/rpc`, { origin: host.origin })).toBe(401);
    expect(await openSocket(`${url}/rpc`, { cookie })).toBe(403);
    expect(await openSocket(`${url}/rpc`, { cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await openSocket(`${url}/rpc`, { ...own, host: 'evil.example' })).toBe(421);
    expect(await openSocket(`${url}/other`, own)).toBe(404);
    expect(wires).toHaveLength(1);
  });

  it('listens on loopback only', () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
