import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerKeys, fieldKeys } from '../../../../renderer/features/sync/row-words.ts';
import { answersOf } from '../../../../renderer/features/sync/row-fields.ts';
import { entities } from '../../../../shared/sync/entities.ts';
import type { Entity } from '../../../../shared/sync/entity.ts';

const folder = new URL('../../../../resources/locales/', import.meta.url);
const textsIn = (language: string): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(new URL(`${language}/`, folder)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as unknown,
    ]),
  );

const textAt = (texts: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], texts);

const ofCases: readonly Entity[] = (entities as readonly Entity[]).filter(({ scope }) => scope === 'case');
const fields = ofCases.flatMap((entity) => Object.keys(entity.fields).map((field): [string, string] => [entity.name, field]));
const idOnly = /Id$|Ids$|^changeId$/;

type Schema = { def?: { type: string; shape?: Record<string, Schema>; element?: Schema; innerType?: Schema; options?: Schema[] } };

/** Names of the parts a structured value may have, at every depth. */
const partsOf = (schema: Schema | undefined): string[] => {
  const { type, shape = {}, element, innerType, options = [] } = schema?.def ?? { type: 'any' };
  if (type === 'object') return Object.entries(shape).flatMap(([name, part]) => [name, ...partsOf(part)]);
  return [element, innerType, ...options].flatMap((one) => (one === undefined ? [] : partsOf(one)));
};

describe.each(['zh-CN', 'en-US'])('what came back is said in words, in %s', (language) => {
  const texts = textsIn(language);
  const lacks = (keys: readonly string[]): boolean => !keys.some((key) => typeof textAt(texts, key) === 'string');

  it('every kind of row has a name', () => {
    expect(ofCases.filter(({ name }) => lacks([`search.entity.${name}`, `rows.entity.${name}`])).map(({ name }) => name)).toEqual([]);
  });

  it('every field that is shown has a label', () => {
    const shown = fields.filter(([, field]) => !idOnly.test(field) && !/sha256$/i.test(field));
    expect(shown.length).toBeGreaterThan(300);
    expect(shown.filter(([entity, field]) => lacks(fieldKeys(entity, field)))).toEqual([]);
  });

  it('every answer has a word', () => {
    const answers = fields.flatMap(([entity, field]) => answersOf(entity, field).map((answer) => [entity, field, answer] as const));
    expect(answers.length).toBeGreaterThan(300);
    expect(answers.filter(([entity, field, answer]) => lacks(answerKeys(entity, field, answer)))).toEqual([]);
  });

  it('every state has a word', () => {
    const states = ofCases.flatMap(({ name, states: machine }) =>
      machine === null ? [] : Object.keys(machine.moves).map((state) => [name, machine.field, state] as const),
    );
    expect(states.length).toBeGreaterThan(30);
    expect(states.filter(([entity, field, state]) => lacks(answerKeys(entity, field, state)))).toEqual([]);
  });

  it('the parts of structured values that a person enters have names', () => {
    const edited = ['case', 'escalation', 'scenarioSet', 'bill', 'advance', 'mediationRound', 'negotiation', 'determination', 'fact'];
    const parts = ofCases
      .filter(({ name }) => edited.includes(name))
      .flatMap(({ name, fields: own }) =>
        Object.values(own).flatMap(({ schema }) => partsOf(schema as unknown as Schema).map((part) => [name, part] as const)),
      );
    expect(parts.length).toBeGreaterThan(30);
    expect(parts.filter(([entity, part]) => !idOnly.test(part) && lacks(fieldKeys(entity, part)))).toEqual([]);
  });
});
