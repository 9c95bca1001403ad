import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../electron/browser-host/open-browser.ts';
import { passcode, type AppOrder } from './demo-app-order.ts';
import { startPart, type Part } from './demo-part.ts';

const source = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
const opensBrowser = process.env['LIUBU_OPEN'] !== '0' && !headless;

type Person = Pick<AppOrder, 'loginName' | 'name' | 'role'>;

/** The people that the hub seeds; who prepares the case comes first. */
const people: readonly Person[] = [
  { loginName: 'surveyor', name: '李查勘', role: 'surveyor' },
  { loginName: 'handler', name: '王理赔', role: 'handler' },
  { loginName: 'supervisor', name: '赵主管', role: 'supervisor' },
];

const folder = mkdtempSync(join(tmpdir(), 'liubu-demo-'));
// The hub's PostgreSQL runs as a user of its own under root and must reach its folder.
chmodSync(folder, 0o711);
const parts: Part[] = [];
const stopping = { begun: false };

/** The apps first, so that what they still send is taken. */
const stop = async (code: number): Promise<void> => {
  if (stopping.begun) return;
  stopping.begun = true;
  const [hub, ...apps] = parts;
  await Promise.all(apps.map((app) => app.end()));
  await hub?.end();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

const start = async (
  program: string,
  { args = [], env = {}, name }: { args?: string[]; env?: NodeJS.ProcessEnv; name: string },
): Promise<Part> => {
  const part = startPart(program, {
    args,
    env: { ...process.env, ...env },
    // Who opens a window uses an address up; the next one is printed by the app.
    onLine: (line) => (line.startsWith('For another window') ? say(`${name}: ${line}`) : undefined),
    onEnd: (output) => {
      if (stopping.begun) return;
      say(`${name} ended by itself:\n${output}`);
      void stop(1);
    },
  });
  parts.push(part);
  await part.ready;
  return part;
};

const passwordOf = (signIns: string, loginName: string): string =>
  new RegExp(`^\\w+\\s+${loginName}\\s+(\\w+)\\s`, 'm').exec(signIns)?.[1] ?? '';

const run = async (): Promise<void> => {
  say('Starting the hub with its own PostgreSQL …');
  const hubData = join(folder, 'hub');
  const hub = await start(source('hub', 'main.ts'), { name: 'hub', env: { LIUBU_HUB_DATA: hubData, LIUBU_HUB_PORT: '0' } });
  const address = hub.word(/Liubu hub is ready at (\S+)/);
  say('Setting up three apps, signing them in, preparing a case …');
  const addresses: string[] = [];
  for (const person of people) {
    const order: AppOrder = {
      ...person,
      dataDir: join(folder, person.loginName),
      hub: address,
      password: passwordOf(hub.output(), person.loginName),
    };
    const app = await start(source('scripts', 'demo-app.ts'), { name: person.name, args: [JSON.stringify(order)] });
    addresses.push(app.word(/Liubu is ready at (\S+)/));
  }
  tell(address, addresses);
  if (opensBrowser) for (const one of addresses) openBrowser(one);
};

const tell = (hub: string, [surveyor = '', handler = '', supervisor = '']: readonly string[]): void =>
  say(`
Liubu demo: one hub, three people, one case. Open each address in a window of its own (an address works once).

  Surveyor   查勘员 李查勘   ${surveyor}
  Handler    理赔员 王理赔   ${handler}
  Supervisor 主管   赵主管   ${supervisor}
  Hub                       ${hub}

What to try
  1. Surveyor: open the case R2026-DEMO-1. Ctrl+N records a contact; a moment later the handler sees it.
  2. Surveyor: Alt+6, open the request that lies there as a draft, hand it in. The supervisor finds it under 上报审批 and presses A.
  3. Handler: 转派 gives the case to 周查勘. It leaves the surveyor's app; under 同步 → 已交接 one line stays.
  4. Surveyor and handler: change the same field at the same time; the later one finds both values under 同步 → 冲突与退回.

If an app locks: the passcode is ${passcode}. Ctrl+C ends everything and removes it.
Liubu demo is ready.`);

try {
  await run();
} catch (error) {
  if (!stopping.begun) say(`The demo cannot start: ${error instanceof Error ? error.message : String(error)}`);
  await stop(1);
}
