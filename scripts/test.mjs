// `npm test`: everything CI runs, lane by lane. The last line is always `N passed, N failed[, N skipped]`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot, node24, run, runTool } from './tools.mjs';
import { electronRuntime } from './electron-runtime.mjs';

const reports = inRoot('test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const script = (file) => run(node24(), [inRoot('scripts', file)], { quiet: true });
const tool = (file, args) => runTool(file, args, { quiet: true });

/** A static check counts as one. */
const asOne = ({ code, output }) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  notRun: 0,
  output: code === 0 ? '' : output,
});

/** A runner that died before its report is one failure, so that a crash can never look like success. */
const counted = ({ code, output }, report, read) => {
  const path = inRoot('test-results', report);
  const counts = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0, notRun: 0 };
  const crashed = code !== 0 && counts.failed === 0;
  const empty = code === 0 && counts.passed === 0;
  return { ...counts, failed: counts.failed + (crashed || empty ? 1 : 0), output: code === 0 && !empty ? '' : output };
};

const fromVitest = (json) => ({
  passed: json.numPassedTests,
  failed: json.numFailedTests,
  notRun: json.numPendingTests + json.numTodoTests,
});
const fromPlaywright = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, notRun: stats.skipped });

const vitest = async (project) => {
  const report = `vitest-${project}.json`;
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=test-results/${report}`];
  return counted(await tool('vitest/vitest.mjs', args), report, fromVitest);
};

const journeys = async () => {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: inRoot('test-results', 'e2e.json') };
  const args = ['test', '--reporter=list,json'];
  return counted(await runTool('@playwright/test/cli.js', args, { quiet: true, env }), 'e2e.json', fromPlaywright);
};

const realElectron = async () => {
  if (electronRuntime() === undefined) return { passed: 0, failed: 0, notRun: 1, output: '', note: 'not run: no Electron runtime here' };
  return vitest('real-electron');
};

/** The sync simulator: many seeds, and a proof that it would find what it looks for. */
const simulator = async () => {
  const sums = { passed: 0, failed: 0, notRun: 0, output: '' };
  for (const [name, args] of [
    ['seeds', ['--seeds', '200']],
    ['planted', ['--seeds', '200', '--planted']],
  ]) {
    const report = `simulator-${name}.json`;
    const given = [inRoot('tests/sync/main.ts'), ...args, '--report', inRoot('test-results', report)];
    const done = await run(node24(), given, { quiet: true });
    const { passed, failed, output } = counted(done, report, (json) => json);
    console.log(`  simulator: ${done.output.trim().split('\n').at(-1)}`);
    Object.assign(sums, { passed: sums.passed + passed, failed: sums.failed + failed, output: sums.output + output });
  }
  return sums;
};

const lanes = [
  ['types', async () => asOne(await script('typecheck.mjs'))],
  ['lint', async () => asOne(await tool('oxlint/bin/oxlint', []))],
  ['format', async () => asOne(await tool('oxfmt/bin/oxfmt', ['--check']))],
  ['folder walls', async () => asOne(await script('dependencies.mjs'))],
  ['unused code', async () => asOne(await tool('knip/bin/knip.js', []))],
  ['unit and contract', () => vitest('unit')],
  ['hub on PostgreSQL', () => vitest('hub')],
  ['sync simulator', simulator],
  ['shell in stand-in', () => vitest('shell')],
  ['package', () => vitest('package')],
  ['journeys in Chromium', journeys],
  ['real Electron', realElectron],
];

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, notRun: 0 };
const lines = [];
for (const [name, check] of lanes.filter(([lane]) => wanted.length === 0 || wanted.some((word) => lane.includes(word)))) {
  const began = Date.now();
  const result = await check();
  if (result.output) console.log(`\n--- ${name}\n${result.output}`);
  for (const key of Object.keys(total)) total[key] += result[key];
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const counts = `${result.passed} passed, ${result.failed} failed`;
  lines.push(`${result.failed > 0 ? 'x' : ' '} ${name.padEnd(22)} ${result.note ?? counts}  (${seconds} s)`);
  console.log(lines.at(-1));
}

console.log(`\nSummary\n${lines.join('\n')}\n`);
const skipped = total.notRun > 0 ? `, ${total.notRun} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
