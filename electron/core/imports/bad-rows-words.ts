import en from '../../../resources/locales/en-US/import-reasons.json' with { type: 'json' };
import zh from '../../../resources/locales/zh-CN/import-reasons.json' with { type: 'json' };
import type { RowProblem } from '../../../shared/imports/rules.ts';

export type Language = 'zh-CN' | 'en-US';

type Words = {
  sheet: string;
  line: string;
  heading: string;
  between: string;
  /** One sentence: which field, what is wrong, what stands there. */
  reason(problem: RowProblem): string;
};

/** The words of the file with bad rows, which leaves the app and so cannot be translated by a page. */
export const badRowsWords = (language: Language): Words => {
  const words = language === 'zh-CN' ? zh : en;
  const reasons: Record<string, string> = words.reasons;
  const columns: Record<string, string> = words.columns;
  return {
    sheet: words.sheet,
    line: words.line,
    heading: words.heading,
    between: words.between,
    reason: ({ column, code, found }) => {
      const text = reasons[code.slice('import.'.length)] ?? code;
      return text.replace('{column}', columns[column] ?? column).replace('{found}', () => found);
    },
  };
};
