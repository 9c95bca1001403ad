import { join } from 'node:path';

const began = performance.now();
const { openCore, sessionOf, benchPasscode } = await import('./big-file.ts');
const { listCases } = await import('../../electron/core/cases/list-cases.ts');
const { connect } = await import('../../electron/db/connection.ts');
const { fileKey, openByPasscode, readKeys } = await import('../../electron/db/keys.ts');

const dataDir = process.argv[2] ?? '';
const core = openCore(dataDir);
const opened = await core.vault.unlock({ passcode: benchPasscode });
if (!opened.ok) throw new Error(`unlock failed: ${opened.error.code}`);
const filter = {
  text: '',
  state: 'open',
  severity: null,
  ownerName: null,
  hospital: null,
  step: null,
  attention: null,
  sort: 'next-due',
  descending: false,
} as const;
const page = listCases(sessionOf(core), { filter, offset: 0, limit: 50 }, 3);
if (!page.ok || page.value.lines.length !== 50) throw new Error('no usable list');
const totalMs = performance.now() - began;
const rssMb = process.memoryUsage().rss / 1_048_576;
core.close();

/** The two parts, measured again apart: what argon2id costs by design, and what opening the encrypted file costs. */
const keys = readKeys(dataDir);
const beforeKdf = performance.now();
const master = keys === null ? null : await openByPasscode(keys, benchPasscode);
const kdfMs = performance.now() - beforeKdf;
if (master === null) throw new Error('no key');
const beforeOpen = performance.now();
const bare = connect({ path: join(dataDir, 'liubu.db'), key: fileKey(master, 'database'), readOnly: true, mustExist: true });
bare.read.get('SELECT count(*) FROM sqlite_schema');
const openMs = performance.now() - beforeOpen;
bare.close();
console.log(JSON.stringify({ totalMs, openMs, kdfMs, rssMb }));
