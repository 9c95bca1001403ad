/**
 * ICD-10 as Chinese hospitals write it: letter, two digits, and up to eight more characters after a dot (S82.8, S82.800x001).
 * Source: GB/T 14396 and its clinical extension.
 */
export const isIcd10 = (code: string): boolean => /^[A-Z]\d{2}(\.[0-9A-Z+*]{1,8})?$/.test(code);
