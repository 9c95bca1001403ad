import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the hub that can be taken away and given back, as on a ward without reception. */
export type Gate = { url: string; shut(): void; open(): void; close(): Promise<void> };

export const startGate = async (targetPort: number): Promise<Gate> => {
  const state = { isOpen: true };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (!state.isOpen) return void near.destroy();
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut: () => {
      state.isOpen = false;
      cut();
    },
    open: () => {
      state.isOpen = true;
    },
    close: async () => {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
};
