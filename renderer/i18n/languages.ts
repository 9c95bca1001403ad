export const languages = ['zh-CN', 'en-US'] as const;
export type Language = (typeof languages)[number];

type Texts = Record<string, unknown>;

/** `…/zh-CN/cases.json` → `cases`: one file per feature, so that `t('cases.list.title')` names its file. */
export const textsBySlug = (files: Record<string, unknown>): Texts =>
  Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]));

/** Each language is a chunk of its own: the window loads only the one it shows. */
export const loadTexts = async (language: Language): Promise<Texts> =>
  language === 'zh-CN' ? (await import('./zh-cn.ts')).texts : (await import('./en-us.ts')).texts;
