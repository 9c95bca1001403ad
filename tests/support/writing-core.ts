/** Started as a process of its own by the kill test: a core that writes without pause and says what it was told is stored. */
import { writeSync } from 'node:fs';
import { createCore } from '../../electron/core/app.ts';
import { systemClock, systemIds, systemRandom } from '../../electron/core/system-ports.ts';
import { projectors } from '../../electron/core/workflows/projectors.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';

const [dataDir = '', passcode = ''] = process.argv.slice(2);
const say = (line: unknown): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const core = createCore({
  dataDir,
  version: '0.0.0-test',
  clock: systemClock,
  ids: systemIds,
  random: systemRandom,
  machine: { fingerprint: 'test-machine' },
  log: () => undefined,
  projectors,
  kdfCost: { memoryKiB: 64, passes: 1 },
});

const opened =
  core.vault.status().state === 'fresh'
    ? await core.vault.setUp({ passcode, personName: '周岚', role: 'surveyor', branch: '' })
    : await core.vault.unlock({ passcode });
const session = core.session();
if (!opened.ok || !session) throw new Error(opened.ok ? 'not open' : opened.error.code);
say({ ready: true });

const caseId = session.ids.next() as CaseId;
const first = session.commit({
  kind: 'open-case',
  caseId,
  ops: [{ op: 'insert', entity: 'case', id: caseId, fields: { reportNumber: caseId } }],
});
if (!first.ok) throw new Error(first.error.code);
say({ table: 'cases', id: caseId, seq: first.value.seq });

for (let round = 0; ; round += 1) {
  const id = session.ids.next();
  const contact = {
    step: 2,
    counterpart: 'injured',
    channel: 'phone',
    outcome: 'reached',
    contactAt: systemClock.now().at,
    body: 'x'.repeat(round % 5_000),
  };
  const done = session.commit({
    kind: 'record-contact',
    caseId,
    ops: [
      { op: 'insert', entity: 'contactLog', id, fields: contact },
      { op: 'set', entity: 'case', id: caseId, seen: Number.MAX_SAFE_INTEGER, fields: { plate: `京A${round}` } },
    ],
  });
  if (!done.ok) throw new Error(done.error.code);
  say({ table: 'contact_logs', id, seq: done.value.seq });
  if (round % 20 === 0) {
    const blob = session.blobs.put(systemRandom.bytes(300_000));
    if (blob.ok) say({ blob: blob.value.sha256 });
  }
}
