// Checks the walls between folders (.dependency-cruiser.mjs). The hook gives the tool the compiler API it needs.
import { existsSync } from 'node:fs';
import { inRoot, node24, run } from './tools.mjs';

const folders = ['shared', 'electron', 'renderer', 'hub', 'tests'].filter((name) => existsSync(inRoot(name)));
const tool = inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
const { code } = await run(node24(), ['--import', './scripts/typescript-5.mjs', tool, '--config', '.dependency-cruiser.mjs', ...folders]);
process.exit(code);
