import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** What a hub process has received and sent so far, headers included, and the most memory it has had. */
export type Counts = { received: number; sent: number; rssMb: number; cpuMs: number };

/** Processor time of this process so far. */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Counts the bytes of all sockets this process accepts, and tells the parent when it asks. Works for every hub alike. */
export const tellCounts = (): void => {
  const open = new Set<Socket>();
  const closed = { received: 0, sent: 0 };
  subscribe('net.server.socket', (message) => {
    const { socket } = message as { socket: Socket };
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      closed.received += socket.bytesRead;
      closed.sent += socket.bytesWritten;
    });
  });
  process.on('message', (message) => {
    if (message !== 'counts') return;
    const sum = (bytesOf: (socket: Socket) => number): number => [...open].reduce((total, socket) => total + bytesOf(socket), 0);
    const counts: Counts = {
      received: closed.received + sum((socket) => socket.bytesRead),
      sent: closed.sent + sum((socket) => socket.bytesWritten),
      rssMb: process.resourceUsage().maxRSS / 1_024,
      cpuMs: cpuMs(),
    };
    process.send?.(counts);
  });
};
