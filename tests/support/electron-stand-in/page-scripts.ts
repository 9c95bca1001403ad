/** Names shared by the two worlds of a page; the page itself never uses them. */
export const preloadWorld = 'electron-preload';
export const bindingName = '__standInIpc';

/** Runs in the page's own world before any page script: builds what contextBridge exposes. */
export const mainWorldScript = `(() => {
  if (window !== window.top) return;
  const pending = new Map();
  document.addEventListener('stand-in:expose', (event) => {
    const { name, values, functions } = JSON.parse(event.detail);
    const call = (member) => (...args) => new Promise((resolve, reject) => {
      const id = String(pending.size + 1);
      pending.set(id, { resolve, reject });
      document.dispatchEvent(new CustomEvent('stand-in:call', { detail: JSON.stringify({ id, name, member, args }) }));
    });
    const members = Object.fromEntries([...Object.entries(values), ...functions.map((member) => [member, call(member)])]);
    Object.defineProperty(window, name, { value: Object.freeze(members), enumerable: true });
  });
  document.addEventListener('stand-in:result', (event) => {
    const { id, value, error } = JSON.parse(event.detail);
    if (error === undefined) pending.get(id).resolve(value);
    else pending.get(id).reject(new Error(error));
  });
})()`;

/** Runs in the isolated world: gives the built preload its \`require('electron')\` and carries its traffic over the binding. */
export const preloadScript = (preload: string): string => `(() => {
  if (window !== window.top) return;
  const send = (message) => globalThis.${bindingName}(JSON.stringify(message));
  const tell = (type, detail) => document.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(detail) }));
  const toText = (data) => typeof data === 'string' ? { text: data } : { bytes: btoa(Array.from(new Uint8Array(data), (b) => String.fromCharCode(b)).join('')) };
  const fromText = (data) => data.text !== undefined ? data.text : Uint8Array.from(atob(data.bytes), (c) => c.charCodeAt(0));
  const ports = new Map();
  const invokes = new Map();
  const exposed = new Map();
  const take = (port) => {
    const id = String(ports.size + 1);
    ports.set(id, port);
    port.onmessage = async ({ data }) => send({ type: 'port', id, data: toText(data instanceof Blob ? await data.arrayBuffer() : data) });
    port.addEventListener('close', () => send({ type: 'port-closed', id }));
    return id;
  };
  globalThis.__standInDeliver = ({ type, id, data, value, error }) => {
    if (type === 'port') ports.get(id).postMessage(fromText(data));
    if (type === 'port-closed') ports.get(id).close();
    if (type === 'invoked') error === undefined ? invokes.get(id).resolve(value) : invokes.get(id).reject(new Error(error));
  };
  const ipcRenderer = {
    postMessage: (channel, message, transfer = []) => send({ type: 'post', channel, message, ports: transfer.map(take) }),
    invoke: (channel, ...args) => new Promise((resolve, reject) => {
      const id = String(invokes.size + 1);
      invokes.set(id, { resolve, reject });
      send({ type: 'invoke', id, channel, args });
    }),
  };
  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      exposed.set(name, api);
      const functions = Object.keys(api).filter((key) => typeof api[key] === 'function');
      const values = Object.fromEntries(Object.entries(api).filter(([key]) => !functions.includes(key)));
      tell('stand-in:expose', { name, values, functions });
    },
  };
  document.addEventListener('stand-in:call', (event) => {
    const { id, name, member, args } = JSON.parse(event.detail);
    Promise.resolve(exposed.get(name)[member](...args)).then(
      (value) => tell('stand-in:result', { id, value }),
      (error) => tell('stand-in:result', { id, error: String(error) }),
    );
  });
  const electron = { contextBridge, ipcRenderer };
  const require = (name) => { if (name === 'electron') return electron; throw new Error('a sandboxed preload cannot load ' + name); };
  const module = { exports: {} };
  ((require, module, exports) => { ${preload}
  })(require, module, module.exports);
})()`;
