import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askCore } from '../../support/electron-stand-in/ask-core.ts';
import { launchApp, type RunningApp } from '../../support/electron-stand-in/launch-app.ts';
import { StandInPort } from '../../support/electron-stand-in/ports.ts';

let app: RunningApp;
let page: Page;
const recorded = (what: string): Record<string, unknown>[] => app.recorded.filter((entry) => entry.what === what).map(({ facts }) => facts);

beforeAll(async () => {
  app = await launchApp();
  page = app.page;
  await page.waitForSelector('#root *');
});
afterAll(() => app.close());

describe('the built app', () => {
  test('shows its first screen and asks nothing of the network', async () => {
    expect((await page.innerText('#root')).length).toBeGreaterThan(0);
    expect(recorded('outgoing')).toEqual([]);
  });

  test('switches the sandbox on before anything else and makes its window with every wall up', () => {
    expect(recorded('app.enableSandbox')).toEqual([{ beforeReady: true }]);
    const made = recorded('window').map(({ options }) => (options as { webPreferences: object }).webPreferences);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
      enableBlinkFeatures: '',
      devTools: false,
    });
  });

  test('starts the core without a word in its arguments or environment', () => {
    expect(recorded('utility.fork')).toEqual([{ args: [], options: { serviceName: 'liubu-core', stdio: 'inherit' } }]);
  });

  test('gives the page nothing of Node and one frozen object with three members', async () => {
    expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window))).toEqual(
      [],
    );
    const bridge = await page.evaluate(() => {
      const { liubu } = window as unknown as { liubu: object };
      return { members: Object.keys(liubu).sort(), frozen: Object.isFrozen(liubu) };
    });
    expect(bridge).toEqual({ members: ['copySecret', 'host', 'printToPdf'], frozen: true });
  });
});

describe('a port from the page', () => {
  test('reaches the core in its own process', async () => {
    const { status, body } = await askCore(page, 'vault/status');
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'fresh', dataFolder: join(app.userData, 'data') });
    expect(app.processes[0]?.pid).not.toBe(process.pid);
  });

  test('meets the contract: what does not fit is refused by name, without paths or SQL', async () => {
    const { status, body } = await askCore(page, 'vault/unlock', { passcode: 7 });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toMatch(/\/|select|sqlite/i);
  });

  const frame = { url: 'app://liubu/', parent: null, detached: false };
  test.each([
    ['a wrong scheme', { ...frame, url: 'https://liubu/' }],
    ['a wrong host', { ...frame, url: 'app://evil/' }],
    ['a sub-frame', { ...frame, parent: frame }],
    ['a frame that is gone', null],
  ])('is closed and never handed on when it comes from %s', (_what, senderFrame) => {
    const before = app.processes[0]?.openPorts;
    let closed = false;
    const port = new StandInPort(
      () => undefined,
      () => (closed = true),
    );
    app.ipcMain.emit('liubu:connect', { sender: app.windows[0]?.webContents, senderFrame, ports: [port] });
    expect(closed).toBe(true);
    expect(app.processes[0]?.openPorts).toBe(before);
  });

  test('is closed in the core when the page is loaded again', async () => {
    await page.evaluate(() => {
      const channels = Array.from({ length: 5 }, () => new MessageChannel());
      Object.assign(window, { channels });
      for (const { port2 } of channels) window.postMessage('liubu:connect', window.location.origin, [port2]);
    });
    await vi.waitFor(() => expect(app.processes[0]?.openPorts).toBeGreaterThanOrEqual(6));
    await page.reload();
    await page.waitForSelector('#root *');
    await vi.waitFor(() => expect(app.processes[0]?.openPorts).toBe(1));
  });

  test('invoked from a foreign frame, printing answers failed and opens no dialog', async () => {
    const print = app.ipcMain.handlers.get('liubu:print-to-pdf');
    const event = { sender: app.windows[0]?.webContents, senderFrame: { ...frame, url: 'https://example.com/' } };
    expect(await print?.(event)).toBe('failed');
    expect(recorded('dialog.save')).toEqual([]);
  });
});

describe('a hostile page', () => {
  test('cannot leave the app, and the document stays', async () => {
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    await page.evaluate(() => void (window.location.href = 'https://example.com/'));
    await vi.waitFor(() => expect(recorded('navigation').at(-1)).toMatchObject({ url: 'https://example.com/', refused: true }));
    const violated = await page.evaluate(() => {
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      document.body.append(form);
      const violation = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }),
      );
      form.submit();
      return violation;
    });
    expect(violated).toBe('form-action');
    expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
    expect(recorded('outgoing')).toEqual([]);
  });

  test('cannot put a foreign frame into itself', async () => {
    const violated = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      const violation = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }),
      );
      document.body.append(frame);
      return violation;
    });
    expect(violated).toBe('frame-src');
    expect(page.frames().filter((frame) => frame.url().includes('example.com'))).toEqual([]);
    expect(recorded('outgoing')).toEqual([]);
  });

  test('opens no second window; a link out is shown in full first, a file link not even that', async () => {
    const asked = recorded('dialog.message').length;
    await page.evaluate(() => void window.open('file:///etc/passwd'));
    await page.evaluate(() => void window.open('https://example.com/a?b=1'));
    await vi.waitFor(() => expect(recorded('dialog.message')).toHaveLength(asked + 1));
    expect(recorded('dialog.message').at(-1)).toMatchObject({ options: { detail: 'https://example.com/a?b=1' } });
    expect(recorded('window-open').every(({ action }) => action === 'deny')).toBe(true);
    expect(recorded('shell.openExternal')).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
  });

  test('runs no inline script, no eval, no markup from text, and fetches nothing', async () => {
    const outcome = await page.evaluate(async () => {
      // What the test itself runs is exempt from the policy; what it leaves behind for later is not.
      const later = (work: () => unknown): Promise<string> =>
        new Promise((resolve) =>
          setTimeout(() => {
            try {
              resolve(String(work()));
            } catch {
              resolve('refused');
            }
          }),
        );
      const fetched = (address: string): Promise<string> =>
        fetch(address).then(
          () => 'fetched',
          () => 'refused',
        );
      const inline = await later(() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(script);
        return 'appended';
      });
      return {
        inline,
        ran: 'ran' in window,
        evaluated: await later(() => (0, window.eval)('1 + 1')),
        markup: await later(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
        ownFile: await fetched('/index.html'),
        network: await fetched('https://example.com/'),
      };
    });
    expect(outcome).toEqual({
      inline: 'refused',
      ran: false,
      evaluated: 'refused',
      markup: 'refused',
      ownFile: 'refused',
      network: 'refused',
    });
    expect(recorded('outgoing')).toEqual([]);
  });

  test('is granted no permission', () => {
    const answers: unknown[] = [];
    app.asked['request']?.({}, 'media', (answer: unknown) => answers.push(answer), { requestingUrl: 'app://liubu/' });
    expect(answers).toEqual([false]);
    expect(app.asked['check']?.({}, 'geolocation', 'app://liubu')).toBe(false);
    expect(app.asked['device']?.({})).toBe(false);
  });
});

describe('the desktop around the page', () => {
  test('prints the page to a PDF where the person says', async () => {
    const filePath = join(app.userData, 'print.pdf');
    app.answers.push({ canceled: false, filePath });
    expect(await page.evaluate(() => (window as unknown as { liubu: { printToPdf(): Promise<string> } }).liubu.printToPdf())).toBe('saved');
    expect((await readFile(filePath)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('answers failed for a paper that does not wait, without asking for a place', async () => {
    const asked = recorded('dialog.save').length;
    const print = (id: string): Promise<string> =>
      page.evaluate(
        (printId) => (window as unknown as { liubu: { printToPdf(id: string): Promise<string> } }).liubu.printToPdf(printId),
        id,
      );
    expect(await print('../index.html')).toBe('failed');
    expect(recorded('dialog.save')).toHaveLength(asked);
  });

  test('brings its window forward when it is started a second time', () => {
    app.app.emit('second-instance', {}, ['liubu', '--anything']);
    expect(recorded('window.focus')).toEqual([{ id: 1 }]);
  });

  test('locks the file when the machine goes to sleep', async () => {
    const first = { passcode: 'river-stone-41', personName: '测试员', role: 'handler', branch: '' };
    expect((await askCore(page, 'vault/setUp', first)).status).toBe(200);
    expect(await askCore(page, 'vault/status')).toMatchObject({ body: { state: 'open' } });
    app.powerMonitor.emit('suspend');
    await vi.waitFor(async () => expect(await askCore(page, 'vault/status')).toMatchObject({ body: { state: 'locked' } }));
  });

  test('locks the file once nobody has touched the machine for the set time', async () => {
    expect((await askCore(page, 'vault/unlock', { passcode: 'river-stone-41' })).status).toBe(200);
    app.idle.seconds = 9 * 60;
    await vi.waitFor(() => expect(recorded('idle.read').at(-1)).toEqual({ seconds: 9 * 60 }), { timeout: 15_000 });
    expect(await askCore(page, 'vault/status')).toMatchObject({ body: { state: 'open' } });
    app.idle.seconds = 10 * 60;
    await vi.waitFor(async () => expect(await askCore(page, 'vault/status')).toMatchObject({ body: { state: 'locked' } }), {
      timeout: 15_000,
    });
    app.idle.seconds = 0;
  });

  test('starts the core again when it dies, and the page comes back to it', async () => {
    const dead = app.processes[0]?.pid ?? 0;
    process.kill(dead, 'SIGKILL');
    await vi.waitFor(() => expect(app.processes).toHaveLength(2));
    expect(await askCore(page, 'vault/status')).toMatchObject({ body: { state: 'locked' } });
    await vi.waitFor(() => expect(app.processes[1]?.openPorts).toBeGreaterThanOrEqual(1));
  });

  test('opens the file with the system key store after a restart of the core, once the person has allowed it', async () => {
    const passcode = 'river-stone-41';
    expect((await askCore(page, 'vault/unlock', { passcode })).status).toBe(200);
    await vi.waitFor(async () => expect(await askCore(page, 'vault/status')).toMatchObject({ body: { systemUnlock: 'off' } }));
    expect((await askCore(page, 'vault/setSystemUnlock', { passcode, on: true })).status).toBe(200);
    const before = app.processes.length;
    process.kill(app.processes.at(-1)?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(app.processes).toHaveLength(before + 1));
    expect(await askCore(page, 'vault/status')).toMatchObject({ body: { state: 'locked', systemUnlock: 'on' } });
    expect((await askCore(page, 'vault/unlockBySystem')).status).toBe(200);
    expect(await askCore(page, 'vault/status')).toMatchObject({ body: { state: 'open' } });
    const kept = await readFile(join(app.userData, 'data', 'keys.json'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ os: { backend: 'gnome_libsecret' } });
  });

  test('copies a secret by way of the shell, and takes nothing that is no text', async () => {
    const copy = (secret: unknown): Promise<boolean> =>
      page.evaluate(
        (value) => (window as unknown as { liubu: { copySecret(secret: unknown): Promise<boolean> } }).liubu.copySecret(value),
        secret,
      );
    expect(await copy('K-1')).toBe(true);
    expect(app.clipboardHolds.text).toBe('K-1');
    expect(await copy({ toString: 'K-2' })).toBe(false);
    expect(app.clipboardHolds.text).toBe('K-1');
  });

  test('keeps where its window stood', async () => {
    app.windows[0]?.emit('close');
    expect(JSON.parse(await readFile(join(app.userData, 'window.json'), 'utf8'))).toEqual({
      x: 40,
      y: 30,
      width: 1200,
      height: 700,
      maximized: false,
    });
  });

  test('loads a crashed page again, three times a minute, then stops with a message', async () => {
    const contents = app.windows[0]?.webContents;
    for (const _time of [1, 2, 3]) {
      const loaded = page.waitForEvent('load');
      contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
      await loaded;
    }
    const asked = recorded('dialog.message').length;
    contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    await vi.waitFor(() => expect(recorded('app.quit')).toHaveLength(1));
    expect(recorded('dialog.message')).toHaveLength(asked + 1);
  });
});

describe('a second start', () => {
  test('ends at once and opens neither window nor file', async () => {
    const second = await launchApp({ firstInstance: false });
    const kinds = second.recorded.map(({ what }) => what);
    expect(kinds).toContain('app.quit');
    expect(kinds).not.toContain('window');
    expect(kinds).not.toContain('utility.fork');
    await second.close();
  });
});
