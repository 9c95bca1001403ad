/** What the peer benchmark uses of PouchDB; the packages carry no types of their own. */
declare module 'pouchdb' {
  type Replication = { ok: boolean; docs_written: number };
  export default class PouchDB {
    constructor(name: string, options?: { prefix?: string; skip_setup?: boolean });
    static defaults(options: { prefix: string }): typeof PouchDB;
    bulkDocs(documents: readonly object[]): Promise<unknown[]>;
    allDocs(options: { include_docs: boolean }): Promise<{ rows: { doc: Record<string, unknown> }[] }>;
    info(): Promise<{ doc_count: number }>;
    close(): Promise<void>;
    replicate: { to(target: PouchDB): Promise<Replication>; from(source: PouchDB): Promise<Replication> };
  }
}
declare module 'express-pouchdb' {
  export default function expressPouch(pouch: object, options: { mode: 'minimumForPouchDB' }): unknown;
}
declare module 'express' {
  export default function express(): {
    use(path: string, handler: unknown): void;
    listen(port: number, host: string, ready: () => void): { address(): { port: number } };
  };
}
