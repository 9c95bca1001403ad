/** Pages fetched from the core for a hidden print window that is about to load them: one at a time each, in memory. */
export interface PrintDesk {
  /** Fetches the page; false when there is none, or it was taken before. */
  lay(printId: string): Promise<boolean>;
  take(printId: string): string | null;
}

export const createPrintDesk = (fetchPage: (printId: string) => Promise<string | null>): PrintDesk => {
  const pages = new Map<string, string>();
  return {
    lay: async (printId) => {
      const page = await fetchPage(printId);
      if (page !== null) pages.set(printId, page);
      return page !== null;
    },
    take: (printId) => {
      const page = pages.get(printId) ?? null;
      pages.delete(printId);
      return page;
    },
  };
};
