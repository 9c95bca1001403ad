import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { tidyCode } from '../../shared/kernel/text.ts';

/** Crockford's base 32: no I, L, O, U, so that a key read aloud or from paper is not mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes of randomness in a recovery key: as strong as the cipher's smaller half, so it needs no slow derivation. */
export const recoveryKeyBytes = 16;
const contentLength = 26;
const checkLength = 4;

/** Six groups of five: 128 random bits and four characters that show a typing error. */
export const formatRecoveryKey = (secret: Uint8Array): string => {
  const content = toBase32(secret);
  return `${content}${checkOf(content)}`.replace(/.{5}(?=.)/g, '$&-');
};

/** Reads a key as typed: any case, with or without hyphens, O for 0 and I or L for 1. */
export const readRecoveryKey = (input: string): Result<Uint8Array, 'typo'> => {
  const text = tidyCode(input)
    .replaceAll(/[-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const content = text.slice(0, contentLength);
  if (text.length !== contentLength + checkLength || /[^0-9A-HJKMNP-TV-Z]/.test(text)) return err('typo');
  return checkOf(content) === text.slice(contentLength) ? ok(fromBase32(content)) : err('typo');
};

const checkOf = (content: string): string => toBase32(createHash('sha256').update(content).digest()).slice(0, checkLength);

const toBase32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((chunk) => alphabet[Number.parseInt(chunk.padEnd(5, '0'), 2)]).join('');
};

const fromBase32 = (text: string): Uint8Array => {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((chunk) => Number.parseInt(chunk, 2)));
};
