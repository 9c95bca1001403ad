import type { BrowserContext, CDPSession, Page, Route } from '@playwright/test';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { bindingName, mainWorldScript, preloadScript, preloadWorld } from './page-scripts.ts';
import { fromWire, StandInPort, toWire, type WireData } from './ports.ts';
import { isOwn, toAppAddress, toPageAddress, type Recorder } from './recorder.ts';

type WindowOptions = Electron.BrowserWindowConstructorOptions;
type Frame = { url: string; parent: Frame | null; detached: boolean };
type FromPreload = { type: string; id?: string; channel?: string; message?: unknown; args?: unknown[]; ports?: string[]; data?: WireData };

export type WindowHost = {
  context: BrowserContext;
  record: Recorder;
  respond: (request: Request) => Promise<Response>;
  onPost: (channel: string, event: object, message: unknown) => void;
  onInvoke: (channel: string, event: object, args: unknown[]) => Promise<unknown>;
  onContents: (contents: StandInContents) => void;
};

const cancellable = (facts: object): { event: { defaultPrevented: boolean } & object } => {
  const event = { ...facts, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return { event };
};

/** A web page and its preload: events, policies and ports of Electron's WebContents over one Chromium page. */
export class StandInContents extends EventEmitter {
  readonly id: number;
  readonly #host: WindowHost;
  readonly #options: WindowOptions;
  readonly #ports = new Map<string, StandInPort>();
  #openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  #expected: string | null = null;
  #world: number | undefined;
  #session: CDPSession | undefined;
  #destroyed = false;
  readonly page: Promise<Page>;

  constructor(id: number, options: WindowOptions, host: WindowHost) {
    super();
    this.id = id;
    this.#options = options;
    this.#host = host;
    this.page = this.#open();
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.page;
    this.#expected = toPageAddress(address);
    await page.goto(this.#expected, { waitUntil: 'load' });
    this.emit('did-finish-load');
  }

  reload(): void {
    void this.page.then((page) => page.reload());
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { preferCSSPageSize = false, printBackground = false } = options;
    return (await this.page).pdf({ preferCSSPageSize, printBackground });
  }

  async destroy(): Promise<void> {
    await (await this.page).close();
  }

  get destroyed(): boolean {
    return this.#destroyed;
  }

  async #open(): Promise<Page> {
    const page = await this.#host.context.newPage();
    const session = await this.#host.context.newCDPSession(page);
    this.#session = session;
    const { frameTree } = await session.send('Page.getFrameTree');
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name === preloadWorld && frameId === frameTree.frame.id) this.#world = context.id;
    });
    session.on('Runtime.executionContextsCleared', () => this.#closePorts());
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) void this.#fromPreload(JSON.parse(payload) as FromPreload);
    });
    await session.send('Runtime.enable');
    await session.send('Page.enable');
    await session.send('Runtime.addBinding', { name: bindingName, executionContextName: preloadWorld });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript });
    const preload = this.#options.webPreferences?.preload;
    const source = preload === undefined ? '' : preloadScript(readFileSync(preload, 'utf8'));
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: preloadWorld });
    session.on('Page.windowOpen', ({ url }) => this.#host.record('window-open', { url, ...this.#openHandler({ url: toAppAddress(url) }) }));
    page.on('popup', (popup) => void popup.close());
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on('close', () => this.#end());
    await page.route('**/*', (route) => this.#answer(route, page));
    return page;
  }

  /** Own addresses go to the app's own handler; everything else never leaves the machine. */
  async #answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const own = isOwn(request.url());
    if (request.isNavigationRequest() && this.#refuses(request.url(), request.frame() === page.mainFrame())) {
      // 204 keeps the document; aborting would replace it by an error page and make later checks lie.
      return route.fulfill({ status: 204 });
    }
    if (!own) {
      this.#host.record('outgoing', { url: request.url() });
      return request.isNavigationRequest() ? route.fulfill({ status: 204 }) : route.abort();
    }
    const response = await this.#host.respond(new Request(toAppAddress(request.url()), { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  #refuses(address: string, isMainFrame: boolean): boolean {
    if (isMainFrame && address === this.#expected) {
      this.#expected = null;
      return false;
    }
    const facts = { url: toAppAddress(address), isMainFrame };
    const frame = cancellable(facts);
    this.emit('will-frame-navigate', frame.event);
    const main = cancellable(facts);
    if (isMainFrame) this.emit('will-navigate', main.event);
    const refused = frame.event.defaultPrevented || main.event.defaultPrevented;
    this.#host.record('navigation', { ...facts, refused });
    return refused;
  }

  async #fromPreload({ type, id = '', channel = '', message, args = [], ports = [], data = {} }: FromPreload): Promise<void> {
    if (type === 'port') this.#ports.get(id)?.receive(fromWire(data));
    if (type === 'port-closed') this.#ports.get(id)?.farEndClosed();
    if (type === 'post') this.#host.onPost(channel, { ...(await this.#event()), ports: ports.map((port) => this.#adopt(port)) }, message);
    if (type !== 'invoke') return;
    const reply = await this.#host.onInvoke(channel, await this.#event(), args).then(
      (value) => ({ value }),
      (error: unknown) => ({ error: String(error) }),
    );
    await this.#deliver({ type: 'invoked', id, ...reply });
  }

  async #event(): Promise<{ sender: StandInContents; senderFrame: Frame }> {
    const url = toAppAddress((await this.page).url());
    return { sender: this, senderFrame: { url, parent: null, detached: false } };
  }

  #adopt(id: string): StandInPort {
    const port = new StandInPort(
      (data) => void this.#deliver({ type: 'port', id, data: toWire(data) }),
      () => void this.#deliver({ type: 'port-closed', id }),
    );
    this.#ports.set(id, port);
    return port;
  }

  async #deliver(message: object): Promise<void> {
    if (this.#destroyed || this.#world === undefined) return;
    const expression = `globalThis.__standInDeliver(${JSON.stringify(message)})`;
    await this.#session?.send('Runtime.evaluate', { expression, contextId: this.#world }).catch(() => undefined);
  }

  #closePorts(): void {
    for (const port of this.#ports.values()) port.farEndClosed();
    this.#ports.clear();
  }

  #end(): void {
    this.#destroyed = true;
    this.#closePorts();
    this.emit('destroyed');
  }
}
