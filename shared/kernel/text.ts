/** Characters that carry no meaning in a form field but can hide or reorder others (zero width, bidirectional controls). */
const invisible = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/g;

/** Full-width ASCII (U+FF01–U+FF5E) and the ideographic space become their half-width forms, as Chinese keyboards often produce them. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** Text for codes (report number, plate, phone, ID number): half width, upper case, no spaces, nothing invisible. */
export const tidyCode = (text: string): string => toHalfWidth(text).replace(invisible, '').replace(/\s+/g, '').toUpperCase();

/** Free text as typed, without invisible controls and outer blanks; the joiner U+200D stays, because emoji are built with it. */
export const tidyText = (text: string): string => text.replace(invisible, '').trim();
