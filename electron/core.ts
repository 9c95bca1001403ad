import type { CoreConfig, FromCore, ToCore } from '../shared/kernel/host-messages.ts';
import { portWire, type HostPort } from './core/port-wire.ts';
import { runCore, type RunningCore } from './core/running-core.ts';
import { remoteKeyStore } from './core/shell-link.ts';
import { lockWhenIdle } from './core/workflows/lock-when-idle.ts';

const { parentPort } = process;
const send = (message: FromCore): void => parentPort.postMessage(message);
const { keyStore, answered } = remoteKeyStore(send);
const running: { app: RunningCore | null } = { app: null };

const start = ({ dataFolder, version }: CoreConfig): void => {
  running.app = runCore({ dataFolder, version, keyStore });
  send({ type: 'ready' });
};

const stop = (): void => {
  running.app?.core.close();
  process.exit(0);
};

const connect = (port: HostPort | undefined): void => {
  if (port === undefined || running.app === null) return;
  running.app.serve(portWire(port));
  port.start();
};

const receive = (message: ToCore, port: HostPort | undefined): void => {
  if (message.type === 'start') start(message.config);
  if (message.type === 'connect') connect(port);
  if (message.type === 'idle' && running.app !== null) lockWhenIdle(running.app.core, message.seconds);
  if (message.type === 'lock') running.app?.core.vault.lock();
  if (message.type === 'secret' || message.type === 'key-store') answered(message);
  if (message.type === 'take-print') send({ type: 'print', id: message.id, page: running.app?.core.prints.take(message.printId) ?? null });
  if (message.type === 'stop') stop();
};

parentPort.on('message', ({ data, ports }) => receive(data as ToCore, ports[0]));
process.on('SIGTERM', stop);
