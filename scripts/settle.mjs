// `npm run settle`: works on a fresh clone too. Installs when nothing is installed (its output goes to standard error, so that a result stays
// clean), then runs settle.ts on Node 24, which strips the types. Plain Node 20.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, node24, run } from './tools.mjs';

const install = async () => {
  const cli = process.env['npm_execpath'];
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const { code, output } = cli ? await run(process.execPath, [cli, ...args], { quiet: true }) : await run('npm', args, { quiet: true });
  process.stderr.write(output);
  return code;
};

const settle = () =>
  new Promise((resolve) => {
    const child = spawn(node24(), [inRoot('scripts', 'settle.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });

const installed = existsSync(node24()) ? 0 : await install();
process.exitCode = installed === 0 ? await settle() : installed;
