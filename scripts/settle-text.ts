export type Words = Record<string, unknown>;
export const sheetAsText = (..._: unknown[]): string => '';
export const errorsAsText = (..._: unknown[]): string => '';
