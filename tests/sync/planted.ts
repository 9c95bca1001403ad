import { headOf, keepHead } from '../../electron/db/case-entry-rows.ts';
import type { Store } from '../../electron/db/open.ts';
import { keepState } from '../../electron/db/sync-state.ts';
import type { SyncStore, Taken } from '../../electron/db/sync-store.ts';
import type { Sha256 } from '../../shared/sync/sha256.ts';

/** Faults put in on purpose, around the real code and never in it: the test of the simulator is that it finds every one. */
export const hubFaults = [
  'no-dedupe',
  'verdict-blocks',
  'permission-as-of-authoring',
  'ex-assignee-dropped',
  'no-compare-and-set',
  'same-epoch',
  'stable-at-ack',
  'revocation-not-replicated',
  'heads-by-version',
  'hash-skips-derived',
  'answered-twice',
  'cut-file-complete',
] as const;
export const deviceFaults = [
  'overlay-dropped-at-ack',
  'heads-before-rows',
  'pruned-at-ack',
  'evict-deletes-outbox',
  'no-eviction',
  'epoch-not-checked',
  'cover-across-epochs',
  'last-writer-by-clock',
  'drops-unknown-fields',
  'late-reply-accepted',
  'wipe-without-surrender',
  'mid-from-outbox',
  'partial-reset',
  'no-hash-check',
  'kept-but-never-shown',
  'lost-not-looked-for',
  'wipe-before-files',
  'file-kept-after-eviction',
] as const;

export type HubFault = (typeof hubFaults)[number];
export type DeviceFault = (typeof deviceFaults)[number];
export type Planted = { hub: HubFault | null; device: DeviceFault | null };

export const faults: readonly Planted[] = [
  ...hubFaults.map((hub) => ({ hub, device: null })),
  ...deviceFaults.map((device) => ({ hub: null, device })),
];

/** Found only where people photograph. */
export const isAboutFiles = ({ hub, device }: Planted): boolean =>
  hub === 'cut-file-complete' || device === 'wipe-before-files' || device === 'file-kept-after-eviction';

/** What an altered reply carries; a device without a check of the chain takes it for true. */
export const alteredMark = '!';

/** The hash of a device or hub with a planted fault, or the real one. */
export const faultySha256 = (sha256: Sha256, { hub, device }: Planted): Sha256 => {
  if (device === 'no-hash-check') return (text) => sha256(text.replaceAll(`${alteredMark}"`, '"'));
  if (hub === 'hash-skips-derived') return (text) => sha256(text.replace(derived, '$1]'));
  return sha256;
};

/** Hub time and flags at the head of the text that an entry's hash is made from. */
const derived = /^([0-9a-f]{64}\[\d+,"[^"]+","[^"]+"),"[^"]+","(?:[^"\\]|\\.)*"\]/;

export const nothingPlanted: Planted = { hub: null, device: null };

type Wrapped = { store: Store; mayDie: () => void };

/** The file's door with one planted fault, or as it is. */
export const faultyStore = ({ store, mayDie }: Wrapped, fault: DeviceFault | null): SyncStore => {
  const { sync } = store;
  const seen = { ack: 0, stable: 0, epoch: '' };
  const take = (reply: Taken): void => {
    switch (fault) {
      case 'no-eviction':
        return sync.take({ ...reply, evict: [] });
      case 'overlay-dropped-at-ack':
        return sync.take({
          ...reply,
          verdicts: (reply.verdicts ?? []).map((one) => (one.code === 'accepted' ? { ...one, code: 'refused' } : one)),
        });
      case 'heads-before-rows': {
        const updates = reply.updates ?? [];
        sync.keep((db) => {
          for (const { head } of updates) if (headOf(db, head.caseId)) keepHead(db, head);
        });
        mayDie();
        return sync.take(reply);
      }
      case 'evict-deletes-outbox':
        sync.take(reply);
        return sync.keep((db) => {
          for (const { caseId } of reply.evict ?? []) db.run(`DELETE FROM journal WHERE case_id = ? AND origin = 'here'`, caseId);
        });
      case 'pruned-at-ack':
        return sync.take(reply.progress ? { ...reply, progress: { ...reply.progress, stable: reply.progress.ack } } : reply);
      case 'epoch-not-checked': {
        seen.ack = Math.max(seen.ack, reply.progress?.ack ?? 0);
        seen.epoch ||= reply.progress?.epoch ?? '';
        return sync.take(reply.progress ? { ...reply, progress: { ...reply.progress, ack: seen.ack, epoch: seen.epoch } } : reply);
      }
      case 'cover-across-epochs': {
        seen.ack = Math.max(seen.ack, reply.progress?.ack ?? 0);
        seen.stable = Math.max(seen.stable, reply.progress?.stable ?? 0);
        return sync.take(reply.progress ? { ...reply, progress: { ...reply.progress, ack: seen.ack, stable: seen.ack } } : reply);
      }
      case 'mid-from-outbox':
        sync.take(reply);
        return sync.keep((db) => {
          db.run("DELETE FROM journal WHERE origin = 'gone'");
          db.run(
            `UPDATE devices SET last_mid = (SELECT coalesce(max(j.mid), 0) FROM journal j WHERE j.device_id = devices.device_id AND j.origin <> 'hub')
             WHERE retired_at IS NULL`,
          );
        });
      case 'partial-reset':
        return sync.take({ ...reply, updates: (reply.updates ?? []).map(halfOfReset) });
      case 'lost-not-looked-for':
        sync.take(reply);
        return sync.keep((db) => reply.progress && keepState(db, 'confirmed', { epoch: reply.progress.epoch }));
      case 'last-writer-by-clock':
        return sync.take({ ...reply, updates: (reply.updates ?? []).map(onlyNewerClaims) });
      case 'drops-unknown-fields':
        return sync.take({ ...reply, updates: (reply.updates ?? []).map(withoutHopes) });
      default:
        return sync.take(reply);
    }
  };
  return { ...sync, take };
};

/** A reset that is swapped in as far as it has come. */
const halfOfReset = (update: Update): Update => {
  const entries = update.entries.slice(0, Math.ceil(update.entries.length / 2));
  const last = entries.at(-1);
  return update.reset && last ? { ...update, entries, head: { ...update.head, ver: last.ver, hash: last.hash } } : update;
};

type Update = NonNullable<Taken['updates']>[number];

/** A device that trusts clocks: what claims an earlier time than the entry before it does not count. */
const onlyNewerClaims = (update: Update): Update => {
  let newest = '';
  return {
    ...update,
    entries: update.entries.map((entry) => {
      const stale = entry.change.at < newest;
      if (!stale) newest = entry.change.at;
      const ops = entry.change.ops.filter(({ op }) => !(stale && op === 'set'));
      return ops.length === 0
        ? { ...entry, change: { ...entry.change, ops: entry.change.ops.map(emptied) } }
        : { ...entry, change: { ...entry.change, ops } };
    }),
  };
};

type Op = Update['entries'][number]['change']['ops'][number];
const emptied = (op: Op): Op => (op.op === 'set' ? { ...op, fields: {} } : op);

/** An older app that forgets the fields it does not know instead of keeping them. */
const withoutHopes = (update: Update): Update => ({
  ...update,
  entries: update.entries.map((entry) => ({
    ...entry,
    change: {
      ...entry.change,
      ops: entry.change.ops.map((op) =>
        op.op === 'transition' ? op : ({ ...op, fields: without(op.fields as Record<string, unknown>) } as Op),
      ),
    },
  })),
});

const without = ({ hopes: _hopes, ...fields }: Record<string, unknown>): Record<string, unknown> => fields;
