import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

type Direction = 'up' | 'down';

/** A line between device and hub that breaks after a number of bytes of one direction; null: it holds. */
export type CuttingProxy = {
  port: number;
  cutAfter: (bytes: number | null, direction?: Direction) => void;
  cuts: () => number;
  close: () => Promise<void>;
};

/** TCP on loopback. What was on its way when the line broke is lost on both sides. */
export const startCuttingProxy = async (targetPort: number): Promise<CuttingProxy> => {
  const state: { left: number | null; direction: Direction; cuts: number } = { left: null, direction: 'up', cuts: 0 };
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => undefined);
    }
    const pass = (part: Buffer, to: Socket, direction: Direction): void => {
      if (state.left === null || state.direction !== direction) return void to.write(part);
      const passed = part.subarray(0, state.left);
      state.left -= passed.length;
      const cut = passed.length < part.length || state.left === 0;
      if (cut) {
        state.cuts += 1;
        state.left = null;
      }
      to.write(passed, () => {
        if (!cut) return;
        near.destroy();
        far.destroy();
      });
    };
    near.on('data', (part: Buffer) => pass(part, far, 'up'));
    far.on('data', (part: Buffer) => pass(part, near, 'down'));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes, direction = 'up') => Object.assign(state, { left: bytes, direction }),
    cuts: () => state.cuts,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};
