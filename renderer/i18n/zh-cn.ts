import { textsBySlug } from './texts-by-slug.ts';

export const texts = textsBySlug(import.meta.glob('../../resources/locales/zh-CN/*.json', { eager: true, import: 'default' }));
