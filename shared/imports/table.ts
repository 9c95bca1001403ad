/** A sheet as text, cell by cell, merged ranges filled. `rows[0]` is line 1 of the sheet; a blank line is an empty array. */
export type Sheet = { name: string; rows: string[][] };

/** Stands in a cell whose formula has no stored value: the file was written by a program that never calculated it. */
export const noValueMark = '\u0000';

/** Most rows under the heading that one list may have. */
export const maxRows = 50_000;

/** Largest file, bytes (30 MB). */
export const maxListBytes = 30 * 1024 * 1024;
