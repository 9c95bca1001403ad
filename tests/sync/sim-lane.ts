import type { Store } from '../../electron/db/open.ts';
import { createContentLane, type ContentLane } from '../../electron/sync/content/content-lane.ts';
import type { ContentPorts } from '../../electron/sync/content/ports.ts';
import type { Dice } from './dice.ts';
import type { EventQueue } from './event-queue.ts';

type Parts = Pick<ContentPorts, 'blobs' | 'ids' | 'transport' | 'uploads'> & {
  name: string;
  store: Store;
  queue: EventQueue;
  dice: Dice;
  isKill: (error: unknown) => boolean;
  dropContent: () => void;
  wakeLoop: () => void;
};

/** The real lane of files of one device. It lives in promises, so a kill in it is told to the queue, which takes kills as they come. */
export const createSimLane = (parts: Parts): ContentLane => {
  const { name, store, queue, dice, blobs, ids, transport, uploads } = parts;
  const lane: ContentLane = createContentLane({
    read: store.read,
    blobs,
    ids,
    transport,
    uploads,
    keep: (work) => {
      try {
        store.sync.keep(work);
      } catch (error) {
        if (!parts.isKill(error)) throw error;
        lane.close();
        queue.after(0, `${name} dies over a file`, () => {
          throw error;
        });
      }
    },
    downloads: { fetch: async () => ({ ok: false, code: 'offline' }) },
    now: () => new Date(queue.now()).toISOString(),
    dice: dice.next,
    later: (ms, work) => queue.after(ms, `${name} files again`, work),
    settled: () => void queue.after(1, `${name} drops files`, parts.dropContent),
    wakeLoop: () => void queue.after(1, `${name} files through`, parts.wakeLoop),
    log: () => undefined,
  });
  return lane;
};
