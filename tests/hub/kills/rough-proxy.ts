import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Dice } from '../../sync/dice.ts';

type Counts = { cuts: number; delays: number; duplicates: number };

/** A bad line between one device and the hub's nodes: it cuts at any byte, waits, and says things twice. */
export type RoughProxy = { url: string; counts: Counts; calm(): void; close(): Promise<void> };

/** Longest wait of one part of a message, ms. */
const longestDelayMs = 250;
/** A cut comes after so many bytes at most: sometimes in a head, sometimes in the middle of a batch. */
const latestCut = 60_000;
const recordedBytes = 400_000;

type Fate = { cutUp: number; cutDown: number; delays: boolean; repeats: boolean };

const calmFate: Fate = { cutUp: Infinity, cutDown: Infinity, delays: false, repeats: false };

const fateOf = (dice: Dice): Fate => ({
  cutUp: dice.chance(0.4) ? dice.below(latestCut) : Infinity,
  cutDown: dice.chance(0.4) ? dice.below(latestCut) : Infinity,
  delays: dice.chance(0.25),
  repeats: dice.chance(0.2),
});

/** Each connection goes to one node, as a balancer would send it, and meets a fate of its own. */
export const startRoughProxy = async (targets: readonly number[], dice: Dice): Promise<RoughProxy> => {
  const state = { calm: false };
  const counts: Counts = { cuts: 0, delays: 0, duplicates: 0 };
  const sockets = new Set<Socket>();
  const target = (): number => dice.pick(targets) ?? 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    return socket;
  };
  /** The same bytes once more on a line of their own, as a network that resends; nobody reads the answer. */
  const repeat = (bytes: Buffer): void => {
    counts.duplicates += 1;
    const socket = keep(connect(target(), '127.0.0.1'));
    socket.end(bytes);
    socket.resume();
  };
  const server = createServer((near) => {
    const fate = state.calm ? calmFate : fateOf(dice);
    const far = keep(connect(target(), '127.0.0.1'));
    keep(near);
    const sent: Buffer[] = [];
    const cut = (): void => {
      counts.cuts += 1;
      near.destroy();
      far.destroy();
    };
    const carry = (from: Socket, to: Socket, side: { left: number; seen: (part: Buffer) => void }): void => {
      let last = Promise.resolve();
      from.on('data', (part: Buffer) => {
        side.seen(part);
        const passed = part.subarray(0, Math.max(0, side.left));
        side.left -= part.length;
        const isCut = side.left <= 0;
        const wait = fate.delays ? dice.below(longestDelayMs) : 0;
        if (wait > 0) counts.delays += 1;
        last = last
          .then(() => (wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : undefined))
          .then(() => void to.write(passed, () => (isCut ? cut() : undefined)));
      });
    };
    carry(near, far, { left: fate.cutUp, seen: (part) => void sent.push(part) });
    carry(far, near, { left: fate.cutDown, seen: () => undefined });
    near.on('close', () => {
      far.destroy();
      const bytes = Buffer.concat(sent);
      if (fate.repeats && bytes.length > 0 && bytes.length < recordedBytes) setTimeout(() => repeat(bytes), dice.below(800));
    });
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    calm: () => {
      state.calm = true;
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};
