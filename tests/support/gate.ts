import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the hub that can be taken away and given back, as on a ward without reception; or for files alone. */
export type Gate = {
  url: string;
  shut(): void;
  open(): void;
  shutFiles(): void;
  openFiles(): void;
  /** So many questions of this address pass; the one after them waits until it is let go, as on a line that has become slow. */
  holdAfter(path: string, passing: number): void;
  letGo(): void;
  close(): Promise<void>;
};

const files = ' /attachments/';

type State = { isOpen: boolean; takesFiles: boolean; held: { path: string; passing: number } | null; waiting: (() => void)[] };

/** Whether this piece begins a question that has to wait. */
const isHeld = ({ held }: State, piece: Buffer): boolean => {
  if (held === null || !piece.includes(` ${held.path} `)) return false;
  held.passing -= 1;
  return held.passing < 0;
};

export const startGate = async (targetPort: number): Promise<Gate> => {
  const state: State = { isOpen: true, takesFiles: true, held: null, waiting: [] };
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
      const pass = (): void => void (far.write(piece) ? near.resume() : near.pause());
      if (!isHeld(state, piece)) return pass();
      near.pause();
      state.waiting.push(pass);
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
    holdAfter: (path, passing) => {
      state.held = { path, passing };
    },
    letGo: () => {
      state.held = null;
      for (const pass of state.waiting.splice(0)) pass();
    },
    close: async () => {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
};
