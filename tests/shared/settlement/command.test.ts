import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { remarkCodes, settleErrorCodes } from '../../../shared/damages/engine/ledger.ts';
import { caseJsonSchema } from '../../../shared/settlement/input/case-json-schema.ts';
import { settleCase } from '../../../shared/settlement/settle.ts';
import { pack } from './read-case.ts';

const root = path.join(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'settle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => spawnSync(process.execPath, [path.join(root, 'scripts/settle.ts'), ...args], { encoding: 'utf8' });
const courtCase = path.join(import.meta.dirname, 'cases/d12.json');

const words = (lang: string): unknown => JSON.parse(readFileSync(path.join(root, 'resources/locales', lang, 'settle.json'), 'utf8'));
const keysOf = (value: unknown, prefix = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${prefix}.${key}`))
    : [prefix];

describe('the settle command', () => {
  it('prints the result as JSON with fen and yuan of every payer', () => {
    const result = JSON.parse(execFileSync(process.execPath, [path.join(root, 'scripts/settle.ts'), courtCase], { encoding: 'utf8' })) as {
      ok: boolean;
      payers: { payer: string; total: unknown }[];
    };
    expect(result.payers.map(({ payer, total }) => [payer, total])).toEqual([
      ['compulsory:car', { fen: 19_800_000, yuan: '198000.00' }],
      ['commercial:car', { fen: 9_314_601, yuan: '93146.01' }],
    ]);
  });

  it.each([
    ['zh', '被扶养人生活费'],
    ['en', "Dependants' living costs"],
  ])('prints a readable sheet in %s', (lang, heading) => {
    const { stdout, status } = run(courtCase, '--text', '--lang', lang);
    expect(status).toBe(0);
    for (const part of [heading, '384,292.01', '93,146.01', '26089 × 9 ÷ 2 × 0.2']) expect(stdout).toContain(part);
  });

  it('names the path of a problem and ends with code 1', () => {
    const file = path.join(folder, 'bad.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(courtCase, 'utf8')), statistics: { forumRegion: '山西' } }));
    const { stdout, status } = run(file);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, errors: [{ code: 'settle.missing-statistics-year', path: 'statistics.year' }] });
    expect(run(file, '--text').stdout).toContain('statistics.year');
  });

  it('says so when the file is not JSON, and explains its use without a file', () => {
    const file = path.join(folder, 'text.json');
    writeFileSync(file, '{ "accident": ');
    expect(JSON.parse(run(file).stdout)).toMatchObject({ errors: [{ code: 'settle.not-json', path: '$' }] });
    expect(run()).toMatchObject({ status: 2 });
    expect(run(path.join(folder, 'nowhere.json'))).toMatchObject({ status: 2 });
  });

  it('writes to a file when asked', () => {
    const out = path.join(folder, 'result.json');
    expect(run(courtCase, '--out', out).status).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ ok: true, summary: { receives: { yuan: '251146.01' } } });
  });
});

describe('the documents of the case file', () => {
  it('have a JSON Schema that is current', () => {
    const stored: unknown = JSON.parse(readFileSync(path.join(root, 'docs/settle.schema.json'), 'utf8'));
    expect(stored).toEqual(JSON.parse(JSON.stringify(caseJsonSchema())));
  });

  it.each(['settle.md', 'settle.zh-CN.md'])('%s: every example that is a whole case computes', (name) => {
    const text = readFileSync(path.join(root, 'docs', name), 'utf8');
    const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)]
      .map((match) => JSON.parse(match[1] ?? '') as object)
      .filter((value) => 'accident' in value);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) expect(settleCase(example, pack)).toMatchObject({ ok: true });
  });

  it('have words for every error and every remark', () => {
    const named = keysOf(words('zh-CN'));
    const needed = [...settleErrorCodes.map((code) => code.replace('settle', '.errors')), ...remarkCodes.map((code) => `.remarks.${code}`)];
    expect(needed.filter((key) => !named.includes(key))).toEqual([]);
  });

  it('have the same words in both languages', () => {
    expect(keysOf(words('en-US'))).toEqual(keysOf(words('zh-CN')));
  });
});
