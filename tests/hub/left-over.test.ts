import { expect, test, vi } from 'vitest';
import { allHandlers } from '../../electron/core/features.ts';
import { waitingCount } from '../../electron/db/verdict-rows.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { aContact, aParty, must } from '../support/file.ts';
import { filesWith, tablesWith } from '../support/left-over.ts';
import { appOf } from './support/app.ts';
import { seededNode, stopNodes } from './support/node.ts';

stopNodes();

type App = Awaited<ReturnType<typeof appOf>>;

const filesOf = ({ core }: App) => {
  const files = core.vault.current();
  if (!files?.sync) throw new Error('not open');
  return { ...files, sync: files.sync };
};

/** Asks for rounds until nothing waits and `seen` holds. */
const synced = (app: App, seen: () => boolean): Promise<void> =>
  vi.waitFor(
    async () => {
      must(await allHandlers.sync.now(app.call, undefined));
      const { store } = filesOf(app);
      expect(waitingCount(store.read, store.sync.deviceId())).toBe(0);
      expect(seen()).toBe(true);
    },
    { timeout: 30_000, interval: 300 },
  );

const holds = (app: App, caseId: string): boolean => filesOf(app).store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId) !== undefined;

test('[SY-47] after a hand-over nothing of the case can be found on the old device, by its key or without one', async () => {
  const hub = await seededNode();
  const field = await appOf(hub, 'surveyor');
  const office = await appOf(hub, 'handler');
  const { call, session } = field;
  const values = { reportNumber: 'R-LEFT-OVER', insuredName: '郑远航', insuredPhone: '13900008011', plate: '苏A80101' };
  const caseId = must(await allHandlers.cases.register(call, { values })).id as CaseId;
  aParty(session, caseId, { name: '何秋萍', phone: '13900008012' });
  await synced(field, () => true);
  await synced(office, () => holds(office, caseId));
  must(await allHandlers.sync.hold(call, { on: true }));
  for (let n = 0; n < 10; n += 1) aContact(session, caseId, { log: { body: `第 ${n} 次说明护理费怎么算` } as never });
  const words = ['郑远航', '远航', '何秋萍', '秋萍', '13900008011', '13900008012', '苏A80101', '护理费怎么算'];
  expect(tablesWith(filesOf(field), words).length).toBeGreaterThan(3);
  const { people } = must(await allHandlers.cases.assignees(office.call, { caseId }));
  const next = people.find(({ name }) => name === '周查勘')?.id ?? null;
  must(await allHandlers.cases.assign(office.call, { caseId, toPersonId: next, branchId: null, reason: '出差' }));
  await synced(office, () => true);
  must(await allHandlers.sync.hold(call, { on: false }));
  await synced(field, () => !holds(field, caseId) && tablesWith(filesOf(field), words).length === 0);
  expect(tablesWith(filesOf(field), ['R-LEFT-OVER'])).toEqual(['handed_over']);
  const [stub] = must(await allHandlers.sync.handedOver(call, undefined));
  expect(stub).toMatchObject({ reportNumber: 'R-LEFT-OVER', reason: 'reassigned', late: 10, waiting: 0 });
  field.core.close();
  expect(filesWith(field.dataDir, [...words, 'R-LEFT-OVER'])).toEqual([]);
});
