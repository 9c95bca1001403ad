import type { EntriesReply } from '../../shared/sync/pull-messages.ts';
import { allHeads } from '../../electron/db/case-entry-rows.ts';
import { readState } from '../../electron/db/sync-state.ts';
import type { SimDevice } from './sim-device.ts';
import type { Violation } from './violation.ts';

export type StepChecks = ReturnType<typeof stepChecks>;

/** When the hub last spoke, as one device id and within one epoch: only there its times can be compared. */
type Told = { scope: string; hubAt: string };

const toldBy = ({ store }: SimDevice): Told | null => {
  const progress = readState(store.read, 'progress');
  return progress && { scope: `${store.sync.deviceId()} ${progress.epoch}`, hubAt: progress.hubAt };
};

/** What must hold after every single step. */
export const stepChecks = (violations: Violation[]) => {
  const heads = new Map<string, { vers: Map<string, { ver: number; epoch: string }>; at: number; told: Told | null }>();
  /** Where a list may end on a device: at the end of a case or of a page that goes on. A reset never ends half-way. */
  const told = new Set<string>();
  const say = (violation: Violation): void => {
    if (violations.length < 20) violations.push(violation);
  };
  return {
    entriesHeard: (device: SimDevice, reply: EntriesReply): void => {
      for (const page of reply.cases) {
        const last = page.entries.at(-1);
        if (page.complete) told.add(`${page.caseId} ${page.head[0]} ${page.head[1]}`);
        if (page.mode === 'append' && last) told.add(`${page.caseId} ${last.ver} ${last.hash}`);
        if (page.complete && page.entries.at(-1) && page.entries.at(-1)?.hash !== page.head[1])
          say({ invariant: 'I7', kind: 'diverged', detail: `${device.name}: page and head differ` });
      }
    },
    /** [I6] [I7] Own work that is not refused shows; versions, and what the hub has said of itself, never go back within an epoch. */
    deviceAt: (device: SimDevice): void => {
      if (device.forgotten) return;
      const { read } = device.store;
      const changes = read.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
      const before = heads.get(device.name);
      if (before?.at === changes) return;
      const now = allHeads(read);
      const half = now.find(({ caseId, ver, hash }) => !told.has(`${caseId} ${ver} ${hash}`));
      if (half) say({ invariant: 'I7', kind: 'diverged', detail: `${device.name} shows part of a reply: ${half.caseId} ${half.ver}` });
      const vers = new Map(now.map(({ caseId, ver, epoch }) => [caseId as string, { ver, epoch }]));
      for (const [caseId, { ver, epoch }] of vers) {
        const known = before?.vers.get(caseId);
        if (known && known.epoch === epoch && ver < known.ver && !device.wentBack) {
          say({ invariant: 'I7', kind: 'diverged', detail: `${device.name}: ${caseId} went back to ${ver}` });
        }
      }
      const said = toldBy(device);
      if (said && before?.told?.scope === said.scope && said.hubAt < before.told.hubAt && !device.wentBack)
        say({ invariant: 'I7', kind: 'diverged', detail: `${device.name} took an older answer for the newest` });
      device.wentBack = false;
      heads.set(device.name, { vers, at: changes, told: said });
      const hidden = read.all<{ id: string }>(
        `SELECT json_extract(j.ops, '$[0].id') AS id FROM journal j JOIN cases c ON c.id = j.case_id
         LEFT JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
         WHERE j.origin = 'here' AND j.kind = 'record-contact' AND coalesce(v.code, 'waiting') IN ('waiting', 'accepted', 'late')
           AND NOT EXISTS (SELECT 1 FROM unfit u WHERE u.seq = j.seq)
           AND NOT EXISTS (SELECT 1 FROM contact_logs l WHERE l.id = json_extract(j.ops, '$[0].id'))`,
      );
      if (hidden.length > 0) say({ invariant: 'I6', kind: 'lost', detail: `${device.name} does not show ${hidden[0]?.id}` });
    },
  };
};
