// Loaded before the built core: gives it the `process.parentPort` that Electron's utility process would have.
import { EventEmitter } from 'node:events';

class ChildPort extends EventEmitter {
  #id;
  #waiting = [];
  constructor(id) {
    super();
    this.#id = id;
  }
  postMessage(data) {
    process.send({ port: this.#id, data });
  }
  start() {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }
  close() {
    process.send({ port: this.#id, closed: true });
    this.emit('close');
  }
  receive({ data, closed }) {
    if (closed) this.emit('close');
    else if (this.#waiting === null) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

const ports = new Map();
const parentPort = new EventEmitter();
parentPort.postMessage = (message) => process.send({ message });
const early = [];
const deliver = (event) => (parentPort.listenerCount('message') > 0 ? parentPort.emit('message', event) : early.push(event));
parentPort.on('newListener', (name) => {
  if (name === 'message') queueMicrotask(() => early.splice(0).forEach((event) => parentPort.emit('message', event)));
});

process.on('message', (packet) => {
  if (packet.port !== undefined) return ports.get(packet.port)?.receive(packet);
  const opened = packet.ports.map((id) => new ChildPort(id));
  packet.ports.forEach((id, index) => ports.set(id, opened[index]));
  deliver({ data: packet.message, ports: opened });
});
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
