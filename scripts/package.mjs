// `npm run package`: installers, where the Electron runtime is present or can be had. Its tools have a lockfile of their own.
import { electronRuntime, fetchElectronRuntime } from './electron-runtime.mjs';
import { inRoot, node24, run } from './tools.mjs';

if (electronRuntime() === undefined && (await fetchElectronRuntime()) === undefined) {
  console.error('Not packaged: the Electron runtime is not here and its host cannot be reached.');
  process.exit(1);
}
const npm = process.env['npm_execpath'];
const installed = await (npm
  ? run(process.execPath, [npm, 'ci', '--prefix', 'packaging', '--loglevel=error'])
  : run('npm', ['ci', '--prefix', 'packaging', '--loglevel=error']));
if (installed.code !== 0) process.exit(installed.code);
const builder = inRoot('packaging', 'node_modules', 'electron-builder', 'cli.js');
const { code } = await run(node24(), [builder, '--projectDir', 'packaging', '--config', 'electron-builder.mjs', ...process.argv.slice(2)]);
process.exit(code);
