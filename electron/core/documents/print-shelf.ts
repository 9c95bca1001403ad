import type { Clock, Random } from '../../../shared/kernel/ports.ts';

/** Pages waiting to be fetched by a print window: in memory, once each, and not for long. */
export interface PrintShelf {
  put(page: string): string;
  /** Gives the page out and forgets it. */
  take(printId: string): string | null;
  clear(): void;
}

/** A print window opens at once; a page nobody fetched in this time is dropped. */
const keptMs = 60_000;

export const createPrintShelf = ({ clock, random }: { clock: Clock; random: Random }): PrintShelf => {
  const pages = new Map<string, { page: string; until: number }>();
  const now = (): number => Date.parse(clock.now().at);
  const dropOld = (): void => {
    for (const [id, { until }] of pages) if (until < now()) pages.delete(id);
  };
  return {
    put: (page) => {
      dropOld();
      const id = Buffer.from(random.bytes(32)).toString('base64url');
      pages.set(id, { page, until: now() + keptMs });
      return id;
    },
    take: (printId) => {
      dropOld();
      const found = pages.get(printId)?.page ?? null;
      pages.delete(printId);
      return found;
    },
    clear: () => pages.clear(),
  };
};
