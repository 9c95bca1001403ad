import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { watchIdle } from '../../../electron/shell/idle-watch.ts';
import { lockNavigation } from '../../../electron/shell/navigation.ts';
import { denyPermissions } from '../../../electron/shell/permissions.ts';
import { crashLimits, repeatGuard } from '../../../electron/shell/repeat-guard.ts';
import { shellText } from '../../../electron/shell/text.ts';

const silent = (): void => undefined;

describe('navigation', () => {
  const contentsUnderLock = () => {
    const opened: string[] = [];
    const contents = Object.assign(new EventEmitter(), {
      open: (_details: { url: string }): { action: string } => ({ action: 'allow' }),
      setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
        this.open = handler;
      },
    });
    lockNavigation(contents as never, silent, (address) => opened.push(address));
    const refuses = (name: string, facts: object): boolean => {
      const event = { ...facts, refused: false, preventDefault: () => void (event.refused = true) };
      contents.emit(name, event);
      return event.refused;
    };
    return { contents, opened, refuses };
  };

  test.each(['will-navigate', 'will-redirect'])('%s stays on the app', (name) => {
    const { refuses } = contentsUnderLock();
    expect(refuses(name, { url: 'https://example.com/' })).toBe(true);
    expect(refuses(name, { url: 'app://evil/' })).toBe(true);
    expect(refuses(name, { url: 'app://liubu/cases' })).toBe(false);
  });

  test('no frame inside the page goes anywhere', () => {
    const { refuses } = contentsUnderLock();
    expect(refuses('will-frame-navigate', { url: 'app://liubu/', isMainFrame: false })).toBe(true);
    expect(refuses('will-frame-navigate', { url: 'app://liubu/', isMainFrame: true })).toBe(false);
  });

  test('a web view is never attached, a second window never opened', () => {
    const { contents, opened, refuses } = contentsUnderLock();
    expect(refuses('will-attach-webview', {})).toBe(true);
    expect(contents.open({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://example.com/']);
  });
});

describe('permissions', () => {
  const asked = () => {
    const handlers: Record<string, (...args: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => void (handlers[name] = handler);
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setDisplayMediaRequestHandler: keep('display'),
    };
    denyPermissions(session as never, silent);
    const request = (permission: string, requestingUrl: string): unknown => {
      const answers: unknown[] = [];
      (handlers['request'] as (...args: unknown[]) => void)(null, permission, (answer: unknown) => answers.push(answer), { requestingUrl });
      return answers[0];
    };
    const check = (permission: string, origin: string): unknown =>
      (handlers['check'] as (...args: unknown[]) => unknown)(null, permission, origin);
    return { request, check, device: () => (handlers['device'] as () => unknown)() };
  };

  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'usb', 'something-new'])(
    '%s is denied on request and on check',
    (permission) => {
      expect(asked().request(permission, 'app://liubu/')).toBe(false);
      expect(asked().check(permission, 'app://liubu')).toBe(false);
    },
  );

  test('copying text is allowed to our page only', () => {
    expect(asked().request('clipboard-sanitized-write', 'app://liubu/')).toBe(true);
    expect(asked().request('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
    expect(asked().check('clipboard-sanitized-write', 'https://example.com')).toBe(false);
  });

  test('no device is handed out', () => {
    expect(asked().device()).toBe(false);
  });
});

describe('the idle watch', () => {
  test('passes on how long nobody has touched the machine, and locks on suspend and on a locked screen', () => {
    const power = Object.assign(new EventEmitter(), { seconds: 0, getSystemIdleTime: () => power.seconds });
    const seen: unknown[] = [];
    const ticks: (() => void)[] = [];
    watchIdle(power, {
      everyMs: 5000,
      repeat: (work) => void ticks.push(work),
      onIdle: (seconds) => seen.push(seconds),
      onLock: (reason) => seen.push(reason),
    });
    power.seconds = 61;
    for (const tick of ticks) tick();
    power.emit('suspend');
    power.emit('lock-screen');
    expect(seen).toEqual([61, 'suspend', 'screen-locked']);
  });
});

describe('the crash guard', () => {
  test('allows three tries a minute and then stops', () => {
    let now = 0;
    const again = repeatGuard(crashLimits, () => now);
    expect([again(), again(), again(), again()]).toEqual([true, true, true, false]);
    now = 60_001;
    expect(again()).toBe(true);
  });
});

describe('the words of the shell', () => {
  test.each([
    ['zh-CN', '六步'],
    ['zh', '六步'],
    ['en-US', 'Liubu'],
    ['de', 'Liubu'],
  ])('follow the system language %s', (locale, name) => {
    expect(shellText(locale).appName).toBe(name);
  });
});
