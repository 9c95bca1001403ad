// One strict check per source folder, with the native TypeScript 7 compiler (several `tsc` lie in .bin: name ours).
import { existsSync } from 'node:fs';
import { inRoot, runTool } from './tools.mjs';

const projects = ['shared', 'electron', 'electron/tsconfig.preload.json', 'renderer', 'hub', 'tests'];
let failed = 0;
for (const project of projects.filter((name) => existsSync(inRoot(name)))) {
  const { code } = await runTool('typescript/bin/tsc', ['--pretty', 'false', '--project', project]);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
