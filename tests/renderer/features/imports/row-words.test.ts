import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { fileProblemKey, firstTab, mappedColumns, reasonWords, withColumn } from '../../../../renderer/features/imports/row-words.ts';
import en from '../../../../resources/locales/en-US/imports.json' with { type: 'json' };
import enReasons from '../../../../resources/locales/en-US/import-reasons.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh-CN/imports.json' with { type: 'json' };
import zhReasons from '../../../../resources/locales/zh-CN/import-reasons.json' with { type: 'json' };
import { importColumns, type Mapping } from '../../../../shared/imports/contract.ts';
import { importProblemCodes } from '../../../../shared/imports/errors.ts';

const nothing = Object.fromEntries(importColumns.map((column) => [column, null])) as Mapping;

const textsOf = (reasons: object): TFunction =>
  ((key: string) =>
    key
      .split('.')
      .slice(1)
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], reasons)) as unknown as TFunction;

describe('words for a list', () => {
  it('every problem code has words in both languages, for a row or for the whole file', () => {
    const missing = importProblemCodes.filter((code) => {
      const name = code.slice('import.'.length);
      const row = [zhReasons.reasons, enReasons.reasons].every((reasons) => name in reasons);
      const file = [zh.problem, en.problem].every((problems) => name in problems) && fileProblemKey(code) !== null;
      return !row && !file;
    });
    expect(missing).toEqual([]);
  });

  it('a bad row names the field, what stands there and what to do, whatever signs the text holds', () => {
    const problem = { column: 'accidentAt', code: 'import.date', found: '$& {column}' } as const;
    expect(reasonWords(textsOf(zhReasons), problem)).toBe('出险时间“$& {column}”认不出，请写成 2026-11-20 16:10 这样');
  });
});

describe('mapping by hand', () => {
  it('one column of the sheet fills one field only', () => {
    const first = withColumn(nothing, 'reportNumber', 0);
    const second = withColumn(first, 'policyNumber', 0);
    expect(second).toMatchObject({ reportNumber: null, policyNumber: 0 });
    expect(mappedColumns(second)).toEqual(['policyNumber']);
  });

  it('several fields may stay without a column', () => {
    const emptied = withColumn(withColumn(nothing, 'plate', 3), 'plate', null);
    expect(emptied).toEqual(nothing);
  });
});

it('the preview opens on what needs a person: bad rows, then good ones, then those already there', () => {
  expect(firstTab({ bad: 1, good: 5 })).toBe('bad');
  expect(firstTab({ bad: 0, good: 5 })).toBe('good');
  expect(firstTab({ bad: 0, good: 0 })).toBe('already-there');
});
