import { expect, onTestFinished, test } from 'vitest';
import { visitCase } from '../../../../electron/core/sync/visit.ts';
import { projectors } from '../../../../electron/core/workflows/projectors.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { openTestCore } from '../../../support/core.ts';
import { must } from '../../../support/file.ts';
import { hubList, progressOf } from '../../../support/hub-list.ts';

/** A case on this device, and a way for others to hand it to somebody. */
const opened = async () => {
  const { core, session, clock } = await openTestCore(onTestFinished, { projectors });
  const sync = core.vault.current()?.store.sync;
  if (!sync) throw new Error('not open');
  const caseId = session.ids.next() as CaseId;
  const list = hubList(caseId);
  sync.take({
    progress: progressOf(),
    updates: [list.other([{ op: 'insert', entity: 'case', id: caseId, fields: { reportNumber: 'R-1' } }])],
  });
  const assign = (toPersonId: string | null): void => {
    const fields = { fromPersonId: null, toPersonId, branchId: null, reason: '换人' };
    sync.take({ progress: progressOf(), updates: [list.other([{ op: 'insert', entity: 'assignment', id: session.ids.next(), fields }])] });
  };
  return { session, clock, assign, me: session.person().id, visit: () => must(visitCase(session, caseId)).handOver };
};

test('a case handed over to this person opens with its hand-over page, once', async () => {
  const { assign, me, visit } = await opened();
  assign(me);
  expect(visit()).toBe(true);
  expect(visit()).toBe(false);
});

test('[SY-3] a case that comes back shows the page again, although this clock stands years ahead of the one that assigned', async () => {
  const { assign, me, visit, clock } = await opened();
  clock.set('2031-01-01T00:00:00.000Z');
  expect(visit()).toBe(false);
  assign(me);
  expect(visit()).toBe(true);
  assign(null);
  assign(me);
  expect(visit()).toBe(true);
});

test('a case handed to somebody else opens as always', async () => {
  const { assign, visit } = await opened();
  assign('01950000-0000-7000-8000-00000000beef');
  expect(visit()).toBe(false);
});
