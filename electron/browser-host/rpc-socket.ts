import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Wire } from '../core/rpc-wire.ts';
import type { Admission } from './admission.ts';

/** Largest message, bytes: a backup of a few hundred pictures still passes. */
const maxMessageBytes = 512 * 1024 * 1024;
const pingMs = 25_000;

const wireOf = (socket: WebSocket): Wire => ({
  send: (message) => {
    if (socket.readyState === socket.OPEN) socket.send(message);
  },
  onMessage: (listener) => {
    socket.on('message', (data: Buffer, isBinary) => listener(isBinary ? new Uint8Array(data) : data.toString('utf8')));
  },
  onClose: (listener) => {
    socket.once('close', listener);
  },
});

const refuse = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Lets admitted pages open `/rpc`. A WebSocket always carries an Origin, so a missing one is not a page of ours. */
export const acceptSockets = (server: Server, admission: Admission, serve: (wire: Wire) => void): (() => void) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const refusal = admission.refusal(request) ?? (request.headers.origin === undefined ? 403 : null);
    if (refusal !== null || request.url !== '/rpc') return refuse(socket, refusal ?? 404);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      serve(wireOf(webSocket));
    });
  });
  const timer = setInterval(() => {
    for (const socket of sockets.clients) socket.ping();
  }, pingMs);
  return () => {
    clearInterval(timer);
    for (const socket of sockets.clients) socket.terminate();
  };
};
