import { WebSocket } from 'ws';
import { pingEveryMs, pokeSchema } from '../../shared/sync/poke.ts';

type Options = {
  address: string;
  accessToken: () => string | null;
  poked: () => void;
  /** Milliseconds until the next try; jittered by the caller. */
  pauseMs: () => number;
};

/** Hears that there is something to pull. Nothing depends on it: the minute timer finds the same. Source: SPEC [SY-73]. */
export const openPokes = (options: Options): { close(): void } => {
  const state: { socket: WebSocket | null; timer: NodeJS.Timeout | null; closed: boolean } = { socket: null, timer: null, closed: false };
  const later = (ms: number, work: () => void): void => {
    if (state.timer) clearTimeout(state.timer);
    state.timer = setTimeout(work, ms);
    state.timer.unref();
  };
  const connect = (): void => {
    const token = options.accessToken();
    if (state.closed) return;
    if (token === null) return later(options.pauseMs(), connect);
    const url = new URL('/sync/poke', options.address);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` }, handshakeTimeout: pingEveryMs });
    state.socket = socket;
    const alive = (): void => later(2 * pingEveryMs, () => socket.terminate());
    socket.on('open', alive);
    socket.on('ping', alive);
    socket.on('message', (data) => {
      alive();
      if (pokeSchema.safeParse(jsonOf(String(data))).success) options.poked();
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => later(options.pauseMs(), connect));
  };
  connect();
  return {
    close: () => {
      state.closed = true;
      if (state.timer) clearTimeout(state.timer);
      state.socket?.removeAllListeners('close');
      state.socket?.terminate();
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
