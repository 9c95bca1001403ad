import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import type { Result } from '../../shared/kernel/result.ts';
import {
  documentKinds,
  type DocumentKind,
  type DocumentsReply,
  type DocumentsRequest,
  type PublishedDocument,
} from '../../shared/sync/published.ts';
import { addDocument, documentsAfter, newestDocument, type DocumentRow } from '../db/document-rows.ts';
import { listBranches, listPeople, listRegions } from '../db/people-rows.ts';
import type { SqlReads, SqlTx } from '../db/sql.ts';
import type { Claims, HubPorts } from './ports.ts';
import { fromSnapshot } from './reading.ts';
import { sha256 } from './sha256.ts';

/** Cases, running clocks and approvals name an older version of these, and limits may count later: a device that joins late needs every one. */
const keptWhole: readonly DocumentKind[] = ['standards-pack', 'clocks', 'authority-limits'];

/** The documents of which the device has not the newest version. */
export const readDocuments = (ports: HubPorts, who: Claims, request: DocumentsRequest): Promise<Result<DocumentsReply, HubProblem>> =>
  fromSnapshot(ports, who, async (reads) => {
    const documents: PublishedDocument[] = [];
    for (const kind of documentKinds) {
      for (const { version, publishedAt, hash, body } of await newerThan(reads, kind, request.have[kind] ?? 0)) {
        documents.push({ kind, version, publishedAt, hash, body: JSON.parse(body) as PublishedDocument['body'] });
      }
    }
    return { requestId: request.requestId, documents };
  });

const newerThan = async (reads: SqlReads, kind: DocumentKind, version: number): Promise<DocumentRow[]> => {
  if (keptWhole.includes(kind)) return documentsAfter(reads, kind, version);
  const newest = await newestDocument(reads, kind);
  return newest && newest.version > version ? [newest] : [];
};

type Publishing = { kind: DocumentKind; body: unknown; personId: string | null; at: string };

/** Makes the next version; the same content again makes none. Returns the version that is current then. */
export const publish = async (tx: SqlTx, { kind, body, personId, at }: Publishing): Promise<number> => {
  const text = JSON.stringify(body);
  const hash = sha256(text);
  const before = await newestDocument(tx, kind);
  if (before?.hash === hash) return before.version;
  const version = (before?.version ?? 0) + 1;
  await addDocument(tx, { kind, version, publishedAt: at, personId, hash, body: text });
  return version;
};

/** People, branches and regions as every device may know them: no sign-in name, no password. */
export const publishCompany = async (tx: SqlTx, by: { personId: string | null; at: string }): Promise<void> => {
  const people = (await listPeople(tx)).map(({ personId, name, role, branchId, active }) => ({
    id: personId,
    name,
    role,
    branchId,
    active: active === 1,
  }));
  await publish(tx, { kind: 'people', body: people, ...by });
  const branches = (await listBranches(tx)).map(({ id, name, regionId }) => ({ id, name, regionId }));
  await publish(tx, { kind: 'branches', body: branches, ...by });
  const regions = (await listRegions(tx)).map(({ id, name }) => ({ id, name }));
  await publish(tx, { kind: 'regions', body: regions, ...by });
};
