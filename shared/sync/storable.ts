const rowIdPattern = /^[\x21-\x7e]{1,64}$/;

/** An id of a row as any store keeps it and finds it again. Devices make UUIDs; all else is a change to refuse. Source: SPEC [SY-32]. */
export const isRowId = (id: unknown): id is string => typeof id === 'string' && rowIdPattern.test(id);

/** PostgreSQL keeps no NUL in a text, and half a character would come back as another one. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
