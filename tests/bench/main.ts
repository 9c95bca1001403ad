import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchPasscode, caseCount, fill, openBare, openCore, sessionOf } from './big-file.ts';
import { benchClockBoard } from './clock-board.ts';
import { benchCaseOpen, fillOneCase } from './case-open.ts';
import { benchCasePainted } from './case-painted.ts';
import { benchColdStart } from './cold-start.ts';
import { print, type Figure } from './figure.ts';
import { benchGridKeystroke } from './grid-keystroke.ts';
import { benchCaseList, benchSearch } from './lists.ts';
import { benchPrintLedger } from './print-ledger.ts';
import { benchRecordContact } from './record-contact.ts';
import { benchSettle } from './settle.ts';
import { benchSync, syncParts } from './sync/bench-sync.ts';

/** `--only app`, `--only sync`, or one part of the sync such as `--only sync-delta`. */
const only = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '') : null;
const parts: readonly string[] = ['app', 'sync', ...syncParts];
if (only !== null && !parts.includes(only)) throw new Error(`--only takes one of: ${parts.join(', ')}`);
const json = process.argv.includes('--json');
const say = (text: string): void => void process.stderr.write(text);
const folder = mkdtempSync(join(tmpdir(), 'liubu-bench-'));
const dataDir = join(folder, 'data');
const copyDir = join(folder, 'copy');
const show = (figures: readonly Figure[]): void => {
  for (const figure of figures) print(figure, json);
  if (figures.some(({ ok }) => ok === false)) process.exitCode = 1;
};
const wants = (part: string): boolean => only === null || only === part;

const benchApp = async (): Promise<void> => {
  show(benchSettle());
  const core = openCore(dataDir);
  const made = await core.vault.setUp({ passcode: benchPasscode, personName: '周岚', role: 'handler', branch: '城北' });
  if (!made.ok) throw new Error(`set-up failed: ${made.error.code}`);
  const session = sessionOf(core);
  fill(session, (done) => done % 1_000 === 0 && say(`filling: ${done} of ${caseCount} cases\n`));
  const thickCase = fillOneCase(session);
  core.close();
  cpSync(dataDir, copyDir, { recursive: true });

  show(benchColdStart(dataDir));
  const again = openCore(dataDir);
  const opened = await again.vault.unlock({ passcode: benchPasscode });
  if (!opened.ok) throw new Error(`unlock failed: ${opened.error.code}`);
  const bare = await openBare(dataDir);
  const copy = await openBare(copyDir);
  show([benchClockBoard(sessionOf(again), bare)]);
  show([benchCaseList(sessionOf(again), bare), benchSearch(sessionOf(again), bare), benchRecordContact(sessionOf(again), bare, copy)]);
  show([benchCaseOpen(sessionOf(again), bare, thickCase)]);
  show([await benchPrintLedger(sessionOf(again))]);
  bare.close();
  copy.close();
  again.close();
  const painted = await benchCasePainted(dataDir, thickCase);
  if (painted === null) say('case-open-painted: not run, there is no build (npm run build)\n');
  else show([painted]);
  const keystroke = await benchGridKeystroke(dataDir, thickCase);
  if (keystroke === null) say('grid-keystroke: not run, there is no build (npm run build)\n');
  else show([keystroke]);
};

try {
  if (wants('app')) await benchApp();
  if (only !== 'app') await benchSync({ wants: (part) => wants('sync') || only === part, show, say });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// The embedded server's own hook would end the process with 0, whatever was found.
process.exit(process.exitCode ?? 0);
