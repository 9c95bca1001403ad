import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../../shared/problems.ts';
import { clockKinds } from '../../../shared/clocks/view.ts';
import { stepStates } from '../../../shared/steps/model.ts';
import { faultCodes } from '../../../shared/vault/errors.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'locales');
type Node = { [key: string]: Node | string };

const load = (language: string): Node =>
  Object.fromEntries(
    readdirSync(join(folder, language)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Node,
    ]),
  );

const flat = (node: Node, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const zh = new Map(flat(load('zh-CN')));
const en = new Map(flat(load('en-US')));

const slots = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

const pluralOf = (key: string): string => key.replace(/_one$/, '');
const isSingular = (key: string): boolean => key.endsWith('_one') && en.has(pluralOf(key));

describe('the two catalogues', () => {
  it('hold the same keys', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !zh.has(key) && !isSingular(key))).toEqual([]);
  });

  it('fill the same facts into a singular, which only English has', () => {
    const singulars = [...en].filter(([key]) => isSingular(key));
    expect(singulars.length).toBeGreaterThan(0);
    for (const [key, text] of singulars) expect([key, slots(text)]).toEqual([key, slots(en.get(pluralOf(key)) ?? '')]);
  });

  it('leave no text empty', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('fill the same facts into a sentence', () => {
    const different = [...zh].filter(([key, text]) => slots(text).join() !== slots(en.get(key) ?? '').join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('write no Chinese in the English one, except names of institutions in brackets', () => {
    const chinese = [...en].filter(([, text]) => /[\u4E00-\u9FFF]/.test(text.replaceAll(/[(（][^)）]*[)）]/g, '')));
    expect(chinese.map(([key]) => key)).toEqual([]);
  });
});

describe('words for closed lists', () => {
  it.each(problemCodes)('there is a message for the problem %s', (code) => {
    expect(zh.has(`problem.${code}`)).toBe(true);
  });

  it.each(faultCodes)('there is a screen for the fault %s', (code) => {
    expect(zh.has(`vault.fault.${code.replace('fault.', '')}.title`)).toBe(true);
  });

  it.each(clockKinds)('there is a name and a rule for the clock %s', (kind) => {
    expect([zh.has(`clocks.kind.${kind}`), zh.has(`clocks.rule.${kind}`)]).toEqual([true, true]);
  });

  it.each(stepStates)('there is a word for the step state %s', (state) => {
    expect(zh.has(`common.stepState.${state}`)).toBe(true);
  });
});
