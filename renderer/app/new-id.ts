import { v7 } from 'uuid';

/** A new id for a row that is typed before it is saved. */
export const newId = (): string => v7();
