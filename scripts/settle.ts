import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SettleError } from '../shared/damages/engine/ledger.ts';
import { caseJsonSchema } from '../shared/settlement/input/case-json-schema.ts';
import { settleCase } from '../shared/settlement/settle.ts';
import { loadPack } from './settle-pack.ts';
import { errorsAsText, errorsWithWords, sheetAsText, type Words } from './settle-text.ts';

const root = path.join(import.meta.dirname, '..');

const usage =
  'npm run settle -- case.json [--text] [--lang zh|en] [--out file] [--standards folder]   (case.json or - for standard input)\nnpm run settle -- --schema';

type Options = { file: string | undefined; text: boolean; out: string | undefined; lang: 'zh-CN' | 'en-US'; standards: string };

const readOptions = (args: readonly string[]): Options => {
  const valueOf = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const taken = [valueOf('--lang'), valueOf('--standards'), valueOf('--out')];
  return {
    file: args.find((arg) => !arg.startsWith('--') && !taken.includes(arg)),
    text: args.includes('--text'),
    out: valueOf('--out'),
    lang: valueOf('--lang') === 'en' ? 'en-US' : 'zh-CN',
    standards: valueOf('--standards') ?? path.join(root, 'resources/standards'),
  };
};

const readWords = (lang: Options['lang']): Words =>
  JSON.parse(readFileSync(path.join(root, 'resources/locales', lang, 'settle.json'), 'utf8')) as Words;

/** npm starts scripts in the package folder; a relative path means the folder the person stands in. */
const fromHere = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', file);

const readValue = (file: string): { ok: true; value: unknown } | { ok: false; error: SettleError[] } => {
  const text = readFileSync(file === '-' ? 0 : fromHere(file), 'utf8').replace(/^\uFEFF/, '');
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, error: [{ code: 'settle.not-json', path: '$', detail: error instanceof Error ? error.message : '' }] };
  }
};

const failure = (errors: readonly SettleError[], { lang }: Options): object => ({
  schema: 'liubu-settle-result/1',
  ok: false,
  errors: errorsWithWords(errors, readWords(lang)),
});

/** Exit code 0: computed; 1: the case file has problems; 2: wrong use. */
const main = (args: readonly string[]): number => {
  const options = readOptions(args);
  if (args.includes('--schema')) {
    process.stdout.write(`${JSON.stringify(caseJsonSchema(), null, 2)}\n`);
    return 0;
  }
  if (options.file === undefined || (options.file !== '-' && !existsSync(fromHere(options.file)))) {
    process.stderr.write(`${options.file === undefined ? '' : `${options.file}: no such file\n`}${usage}\n`);
    return 2;
  }
  const read = readValue(options.file);
  const result = read.ok ? settleCase(read.value, loadPack(options.standards)) : read;
  const output = options.text
    ? result.ok
      ? sheetAsText(result.value, readWords(options.lang))
      : errorsAsText(result.error, readWords(options.lang))
    : JSON.stringify(result.ok ? result.value : failure(result.error, options), null, 2);
  if (options.out === undefined) process.stdout.write(`${output}\n`);
  else writeFileSync(fromHere(options.out), `${output}\n`);
  return result.ok ? 0 : 1;
};

process.exitCode = main(process.argv.slice(2));
