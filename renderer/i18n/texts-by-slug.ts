export type Texts = Record<string, unknown>;

/** `…/zh-CN/cases.json` → `cases`: one file per feature, so that `t('cases.list.title')` names its file. */
export const textsBySlug = (files: Record<string, unknown>): Texts =>
  Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]));
