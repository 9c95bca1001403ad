import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { allHandlers } from '../../electron/core/features.ts';
import { waitingCount } from '../../electron/db/verdict-rows.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { insertOf, setOf } from '../support/store.ts';
import { must } from '../support/file.ts';
import { appOf } from './support/app.ts';
import { seededNode, stopNodes } from './support/node.ts';

stopNodes();

const folder = mkdtempSync(join(tmpdir(), 'liubu-undelivered-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type App = Awaited<ReturnType<typeof appOf>>;

const filesOf = ({ core }: App) => {
  const files = core.vault.current();
  if (!files?.sync) throw new Error('not open');
  return { ...files, sync: files.sync };
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Asks for rounds until `seen` holds. */
const syncs = (app: App, seen: () => boolean): Promise<void> =>
  vi.waitFor(
    async () => {
      must(await allHandlers.sync.now(app.call, undefined));
      expect(seen()).toBe(true);
    },
    { timeout: 30_000, interval: 300 },
  );

const isSent = (app: App) => (): boolean => {
  const { store } = filesOf(app);
  return waitingCount(store.read, store.sync.deviceId()) === 0;
};

const registers = async (app: App, reportNumber: string): Promise<CaseId> =>
  must(await allHandlers.cases.register(app.call, { values: { reportNumber, insuredName: '郑远航', plate: '苏A80101' } })).id as CaseId;

/** A photo with its small picture, and perhaps an edit in the same change. */
const photographs = ({ session }: App, caseId: CaseId, together: Parameters<App['session']['commit']>[0]['ops'] = []) => {
  const [original, small] = [new Uint8Array(randomBytes(70_000)), new Uint8Array(randomBytes(900))];
  for (const bytes of [original, small]) expect(session.blobs.put(bytes).ok).toBe(true);
  const fields = {
    sha256: hashOf(original),
    thumbnailSha256: hashOf(small),
    name: '现场.jpg',
    mediaType: 'image/jpeg',
    bytes: original.length,
    kind: 'photo',
    subject: 'scene',
    takenAt: '2026-11-20T08:00:00.000Z',
  };
  const ops = [insertOf('attachment', session.ids.next(), fields), ...together];
  expect(session.commit({ kind: 'add-attachment', caseId, ops }).ok).toBe(true);
  return { original: fields.sha256, small: fields.thumbnailSha256 };
};

const sees = async (app: App, caseId: CaseId, sha256: string): Promise<string | null> => {
  const file = must(await allHandlers.sync.inboxFile(app.call, { caseId, sha256 }));
  return file === null ? null : hashOf(new Uint8Array(await file.arrayBuffer()));
};

const takesOnly = async (app: App, code: string): Promise<void> => {
  const lines = must(await allHandlers.sync.inbox(app.call, undefined));
  expect(lines.map((line) => line.code)).toEqual([code]);
  must(await allHandlers.sync.decide(app.call, { id: lines[0]?.id ?? '', outcome: 'taken', reason: null }));
};

test('[SY-58] the photos of a revoked device reach the handler who takes its changes in; then it forgets', async () => {
  const hub = await seededNode(undefined, folder);
  const [field, office, admin] = [await appOf(hub, 'surveyor'), await appOf(hub, 'handler'), await appOf(hub, 'admin')];
  const caseId = await registers(field, 'R-REVOKED-PHOTO');
  await syncs(field, isSent(field));
  must(await allHandlers.sync.hold(field.call, { on: true }));
  must(await allHandlers.sync.holdOriginals(field.call, { on: true }));
  const { original, small } = photographs(field, caseId);
  const { devices, people } = must(await allHandlers.sync.company(admin.call, undefined));
  const surveyor = people.find(({ loginName }) => loginName === 'surveyor')?.personId;
  const deviceId = devices.find(({ personId }) => personId === surveyor)?.deviceId ?? '';
  must(await allHandlers.sync.revokeDevice(admin.call, { deviceId }));
  must(await allHandlers.sync.now(field.call, undefined));
  await vi.waitFor(() => expect(field.core.vault.status()).toMatchObject({ state: 'fresh', revoked: true }), { timeout: 20_000 });
  await syncs(office, () => filesOf(office).store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId) !== undefined);
  expect([await sees(office, caseId, small), await sees(office, caseId, original)]).toEqual([small, original]);
  // Looked at is not kept: no row says yet that it belongs to the case.
  expect(filesOf(office).blobs.has(original)).toBe(false);
  await takesOnly(office, 'device-revoked');
  await syncs(office, () => filesOf(office).store.read.get('SELECT 1 FROM attachments WHERE sha256 = ?', original) !== undefined);
  const fetched = await filesOf(office).sync.fetch({ caseId, sha256: original });
  expect(fetched.ok && hashOf(fetched.bytes)).toBe(original);
});

test('[SY-61] the photo of a change that waits is there for the new owner once the handler has taken it, and gone from the old device', async () => {
  const hub = await seededNode(undefined, folder);
  const [field, office, next] = [await appOf(hub, 'surveyor'), await appOf(hub, 'handler'), await appOf(hub, 'surveyor2')];
  const caseId = await registers(field, 'R-WAITING-PHOTO');
  await syncs(field, isSent(field));
  await syncs(office, () => filesOf(office).store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId) !== undefined);
  must(await allHandlers.sync.hold(field.call, { on: true }));
  const seen = field.session.read.get<{ rev: number }>('SELECT rev FROM cases WHERE id = ?', caseId)?.rev ?? 0;
  const photo = photographs(field, caseId, [setOf('case', { id: caseId, seen }, { plate: '苏A80109' })]);
  const { people } = must(await allHandlers.cases.assignees(office.call, { caseId }));
  const toPersonId = people.find(({ name }) => name === '周查勘')?.id ?? null;
  must(await allHandlers.cases.assign(office.call, { caseId, toPersonId, branchId: null, reason: '出差' }));
  await syncs(office, isSent(office));
  must(await allHandlers.sync.hold(field.call, { on: false }));
  const { blobs, store } = filesOf(field);
  await syncs(field, () => store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId) === undefined && blobs.count() === 0);
  expect(await sees(office, caseId, photo.original)).toBe(photo.original);
  await takesOnly(office, 'reassigned');
  await syncs(next, () => filesOf(next).store.read.get('SELECT 1 FROM attachments WHERE sha256 = ?', photo.original) !== undefined);
  const fetched = await filesOf(next).sync.fetch({ caseId, sha256: photo.original });
  expect(fetched.ok && hashOf(fetched.bytes)).toBe(photo.original);
});
