// Set-up for `npm start` and `npm test` on a fresh clone: install when stale, then build when stale. Plain Node 20.
import { buildIsStale, installIsStale, run } from './tools.mjs';

const npm = (args) => {
  const cli = process.env['npm_execpath'];
  if (cli) return run(process.execPath, [cli, ...args]);
  return process.platform === 'win32' ? run('cmd.exe', ['/c', 'npm', ...args]) : run('npm', args);
};

const stopOnFailure = ({ code }, what) => {
  if (code === 0) return;
  console.error(`${what} failed with code ${code}.`);
  process.exit(code);
};

if (installIsStale()) {
  console.log('Installing packages (npm ci) …');
  stopOnFailure(await npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']), 'npm ci');
}
if (buildIsStale()) {
  console.log('Building …');
  stopOnFailure(await npm(['run', '--silent', 'build']), 'The build');
}
