import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Entry } from '../../../shared/sync/entry.ts';
import { checkLists, type HubEntry } from '../../sync/check-lists.ts';
import type { DeviceReport } from './device-order.ts';

/** What the hub's own tables say. */
export type HubState = {
  entries: HubEntry[];
  heads: [caseId: string, ver: number, hash: string, ownerId: string | null][];
  blobs: { sha256: string; uploadId: string; caseId: string }[];
};

export const hubState = async (databaseUrl: string): Promise<HubState> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rows = async <Row>(sql: string): Promise<Row[]> => (await client.query(sql)).rows as Row[];
  const entries = await rows<{ caseId: string; ver: string; changeId: string; body: string }>(
    'SELECT case_id AS "caseId", ver, change_id AS "changeId", body FROM entries ORDER BY case_id, ver',
  );
  const heads = await rows<{ caseId: string; ver: string; hash: string; ownerId: string | null }>(
    'SELECT case_id AS "caseId", ver, hash, owner_id AS "ownerId" FROM case_heads ORDER BY case_id',
  );
  const blobs = await rows<HubState['blobs'][number]>('SELECT sha256, upload_id AS "uploadId", case_id AS "caseId" FROM blobs');
  await client.end();
  return {
    entries: entries.map(({ ver, body, ...one }) => ({ ...one, ver: Number(ver), entry: JSON.parse(body) as Entry })),
    heads: heads.map(({ caseId, ver, hash, ownerId }) => [caseId, Number(ver), hash, ownerId]),
    blobs,
  };
};

type Device = { name: string; report: DeviceReport; /** What it said was stored, before it was killed. */ stored: readonly string[] };

const isIn = new Set(['accepted', 'late']);

/** Each change that a person was told is stored: kept by the device, judged once, at the hub exactly when it was accepted. */
export const checkDevice = ({ name, report, stored }: Device, { entries }: HubState): string[] => {
  const own = new Map(report.own.map((one) => [one.changeId, one]));
  const atHub = Map.groupBy(entries, ({ changeId }) => changeId);
  const found = stored.filter((changeId) => !own.has(changeId)).map((changeId) => `${name}: ${changeId} was stored and is gone`);
  for (const { changeId, kind, verdict } of own.values()) {
    const times = atHub.get(changeId)?.length ?? 0;
    const isTaken = atHub.get(changeId)?.[0]?.entry.flags.takenBy !== undefined;
    const wanted = isIn.has(verdict ?? '') ? 1 : 0;
    if (verdict === null) found.push(`${name}: ${kind} ${changeId} has no verdict`);
    else if (times !== wanted && !isTaken) found.push(`${name}: ${kind} ${changeId} is ${verdict} and ${times} times at the hub`);
  }
  if (report.differing.length > 0) found.push(`${name}: tables differ from the journal: ${report.differing.join(' ')}`);
  return found;
};

/** Dense, chained lists of changes that somebody made. */
export const checkHub = ({ entries }: HubState, devices: readonly Device[]): string[] => {
  const made = new Map(devices.flatMap(({ report }) => report.own.map(({ changeId }) => [changeId, {}] as const)));
  return checkLists(entries, { made }).map(({ invariant, detail }) => `${invariant} ${detail}`);
};

type Seen = { name: string; report: DeviceReport; newcomer: DeviceReport; ownerId: string | null };

/** What a device holds is what the hub has for it, no case more and none less, and what a new device of the person fetches. */
export const checkView = ({ name, report, newcomer, ownerId }: Seen, { heads }: HubState): string[] => {
  const wanted = heads.filter(([, , , owner]) => ownerId === null || owner === ownerId).map(([caseId, ver, hash]) => [caseId, ver, hash]);
  const found: string[] = [];
  if (JSON.stringify(report.heads) !== JSON.stringify(wanted)) found.push(`${name}: heads differ from the hub's`);
  if (JSON.stringify(newcomer.heads) !== JSON.stringify(wanted)) found.push(`${name}: a new device's heads differ from the hub's`);
  if (report.content !== newcomer.content) found.push(`${name}: rows differ from those of a new device`);
  return found;
};

/** Content the hub calls complete is whole on its disk. */
export const checkBlobs = async ({ blobs, entries }: HubState, folder: string): Promise<string[]> => {
  const have = new Set(blobs.map(({ sha256 }) => sha256));
  const named = entries.flatMap(({ entry }) =>
    entry.change.ops.flatMap((op) => (op.op === 'insert' && op.entity === 'attachment' ? [String(op.fields['sha256'])] : [])),
  );
  const missing = named.filter((sha256) => !have.has(sha256)).map((sha256) => `file ${sha256} never arrived`);
  const broken = await Promise.all(
    blobs.map(async ({ sha256, uploadId }) => {
      const bytes = await readFile(join(folder, uploadId));
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? [] : [`file ${sha256} is not what it is called`];
    }),
  );
  return [...missing, ...broken.flat()];
};
