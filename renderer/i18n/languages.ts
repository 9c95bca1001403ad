import type { Texts } from './texts-by-slug.ts';

export const languages = ['zh-CN', 'en-US'] as const;
export type Language = (typeof languages)[number];

/** Each language is a chunk of its own: the window loads only the one it shows. */
export const loadTexts = async (language: Language): Promise<Texts> =>
  language === 'zh-CN' ? (await import('./zh-cn.ts')).texts : (await import('./en-us.ts')).texts;
