import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the hub that can be taken away and given back, as on a ward without reception; or for files alone. */
export type Gate = { url: string; shut(): void; open(): void; shutFiles(): void; openFiles(): void; close(): Promise<void> };

const files = ' /attachments/';

export const startGate = async (targetPort: number): Promise<Gate> => {
  const state = { isOpen: true, takesFiles: true };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (!state.isOpen) return void near.destroy();
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    near.on('data', (piece) => {
      if (!state.takesFiles && piece.includes(files)) return void near.destroy();
      if (!far.write(piece)) near.pause();
    });
    far.on('drain', () => near.resume());
    far.pipe(near);
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
    shutFiles: () => {
      state.takesFiles = false;
    },
    openFiles: () => {
      state.takesFiles = true;
    },
    close: async () => {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
};
