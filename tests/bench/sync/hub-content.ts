import { createHub, type Hub } from '../../../hub/core/hub.ts';
import type { Claims } from '../../../hub/core/ports.ts';
import { sha256 } from '../../../hub/core/sha256.ts';
import { addDevice } from '../../../hub/db/device-rows.ts';
import { listBranches, personByLogin } from '../../../hub/db/people-rows.ts';
import { addSession } from '../../../hub/db/session-rows.ts';
import type { HubNode } from '../../../hub/server/node.ts';
import type { WireChange } from '../../../shared/sync/wire-change.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import { maxChangesPerPush } from '../../../shared/sync/session-messages.ts';
import { logDocument } from './corpus.ts';

const at = '2026-10-01T02:00:00.000Z';

/** A case as its first change makes it. */
export const caseChange = (ids: () => string, mid: number, caseId: string): WireChange =>
  change(ids, { mid, caseId, kind: 'register-case', entity: 'case', id: caseId, fields: { reportNumber: `R-${caseId.slice(-6)}` } });

/** A contact log of about 600 bytes. */
export const logChange = (ids: () => string, mid: number, caseId: string): WireChange => {
  const { id: _id, caseId: _case, byPersonId: _by, at: _at, ...fields } = logDocument(mid);
  return change(ids, { mid, caseId, kind: 'record-contact', entity: 'contactLog', id: ids(), fields });
};

type Insert = { mid: number; caseId: string; kind: string; entity: string; id: string; fields: Record<string, string | number> };

const change = (ids: () => string, { mid, caseId, kind, ...insert }: Insert): WireChange =>
  ({
    mid,
    changeId: ids(),
    kind,
    kindVersion: 1,
    caseId,
    at,
    utcOffset: 480,
    clockSkewMs: 0,
    ops: [{ op: 'insert', ...insert }],
  }) as unknown as WireChange;

/** A device of the handler that is signed in, without the slow hash of a password. */
const deviceOf = async ({ ports }: HubNode): Promise<Claims & { token: string }> => {
  const [deviceId, sessionId] = [ports.ids.next(), ports.ids.next()];
  const person = await ports.db.snapshot((reads) => personByLogin(reads, 'handler'));
  const personId = person?.personId ?? '';
  await ports.db.transaction(async (tx) => {
    await addDevice(tx, { deviceId, personId, machine: 'bench', appVersion: '1', registeredAt: ports.clock.now() });
    await addSession(tx, { sessionId, deviceId, personId, currentHash: sha256(sessionId), at: ports.clock.now() });
  });
  return { deviceId, sessionId, personId, token: await ports.tokens.sign({ deviceId, sessionId, personId }) };
};

const send = async (hub: Hub, who: Claims, made: { changes: readonly WireChange[]; ids: () => string }): Promise<void> => {
  for (let from = 0; from < made.changes.length; from += maxChangesPerPush) {
    const changes = made.changes.slice(from, from + maxChangesPerPush);
    const message = { protocol: protocolVersion, requestId: made.ids(), epoch: null, ackSeen: 0, changes };
    const reply = await hub.push(who, message as never);
    if (!reply.ok) throw new Error(`push: ${reply.error.code}`);
    const odd = reply.value.verdicts.find(({ verdict }) => verdict !== 'accepted');
    if (odd) throw new Error(`push: ${JSON.stringify(odd)}`);
  }
};

/** What the parent may ask of a hub process beside its counts. */
export const hubTasks = (node: HubNode) => {
  const { ports } = node;
  const hub = createHub(ports);
  const ids = (): string => ports.ids.next();
  const state = { writer: null as (Claims & { token: string }) | null, mid: 0, caseIds: [] as string[] };
  const writerOf = async () => (state.writer ??= await deviceOf(node));
  const next = (): number => (state.mid += 1);
  return {
    /** Cases of the handler's branch with so many logs each, through the hub's own rules. */
    seed: async ({ cases, logs }: { cases: number; logs: number }) => {
      const made = Array.from({ length: cases }, () => {
        const caseId = ids();
        state.caseIds.push(caseId);
        return [caseChange(ids, next(), caseId), ...Array.from({ length: logs }, () => logChange(ids, next(), caseId))];
      });
      await send(hub, await writerOf(), { changes: made.flat(), ids });
      return {};
    },
    /** Entries of another branch, a hundred a case, in bulk and short: nobody here may see them. */
    foreign: async ({ entries }: { entries: number }) => {
      const branches = await ports.db.snapshot(listBranches);
      const handler = await ports.db.snapshot((reads) => personByLogin(reads, 'handler'));
      const branchId = branches.find(({ id }) => id !== handler?.branchId)?.id ?? '';
      const cases = Math.floor(entries / 100);
      const caseId = "lpad(to_hex(c), 8, '0') || '-0000-7000-a000-000000000000'";
      const changeId = "lpad(to_hex(c), 8, '0') || '-0000-7000-9000-' || lpad(to_hex(n), 12, '0')";
      await ports.db.transaction(async (tx) => {
        await tx.run(`INSERT INTO case_heads (case_id, ver, hash, bucket, mark, branch_id, owner_id, state, closed_at, moved_at)
          SELECT ${caseId}, 100, md5(c::text) || md5(c::text), c % 64, c, '${branchId}', NULL, 'open', NULL, '${at}'
          FROM generate_series(1, ${cases}) c`);
        // The indexes are made once, afterwards: a quarter of the time, and they are then what they would have been.
        await tx.run('ALTER TABLE entries DROP CONSTRAINT entries_pkey');
        await tx.run('DROP INDEX entries_change');
        await tx.run(`INSERT INTO entries (case_id, ver, change_id, device_id, mid, hash, body)
          SELECT ${caseId}, n, ${changeId}, 'elsewhere', c * 100 + n, md5(n::text) || md5(c::text), repeat('x', 60)
          FROM generate_series(1, ${cases}) c, generate_series(1, 100) n`);
        await tx.run('ALTER TABLE entries ADD CONSTRAINT entries_pkey PRIMARY KEY (case_id, ver)');
        await tx.run('CREATE UNIQUE INDEX entries_change ON entries (change_id)');
      });
      await ports.db.transaction((tx) => tx.run('ANALYZE'));
      return {};
    },
    /** Ten changes in ten cases, by a colleague's device. */
    ten: async () => {
      await send(hub, await writerOf(), { changes: state.caseIds.slice(0, 10).map((caseId) => logChange(ids, next(), caseId)), ids });
      return {};
    },
    /** Signed-in devices, for load from outside. */
    devices: async ({ count }: { count: number }) => {
      const tokens: { deviceId: string; token: string }[] = [];
      for (let n = 0; n < count; n += 1) tokens.push(await deviceOf(node));
      return tokens;
    },
  };
};
