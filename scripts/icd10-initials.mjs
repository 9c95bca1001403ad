// Writes the pinyin initials (`py`) of every Chinese name into resources/icd10/injuries.json, so that the window searches them
// without carrying the pinyin dictionary. Run after the list changed: `node scripts/icd10-initials.mjs && npx oxfmt resources/icd10`.
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { inRoot } from './tools.mjs';

/** 踝部骨折 → hbgz; letters, blanks and marks between the characters are left out. */
const initialsOf = (name) =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed', v: true })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

const path = inRoot('resources/icd10/injuries.json');
const list = JSON.parse(readFileSync(path, 'utf8'));
const codes = list.codes.map(({ code, kind, zh, en }) => ({ code, kind, zh, en, py: initialsOf(zh) }));
const lines = codes.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
writeFileSync(path, `{ "source": ${JSON.stringify(list.source, null, 2)},\n  "codes": [\n${lines}\n  ]\n}\n`);
console.log(`${codes.length} names with initials`);
