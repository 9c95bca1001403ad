import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRecoveryKey, readRecoveryKey } from '../../../electron/db/recovery-key.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('every key reads back as it was made, in six groups of five', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const text = formatRecoveryKey(secret);
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(readRecoveryKey(text)).toEqual({ ok: true, value: secret });
    }),
    { seed: 6 },
  );
});

test('one wrong character or two swapped neighbours are seen', () => {
  fc.assert(
    fc.property(secrets, fc.nat(29), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (secret, at, letter) => {
      const plain = formatRecoveryKey(secret).replaceAll('-', '');
      const wrong = plain.slice(0, at) + letter + plain.slice(at + 1);
      expect(readRecoveryKey(wrong).ok).toBe(wrong === plain);
      const swapped = plain.slice(0, at) + [plain[at + 1] ?? '', plain[at]].join('') + plain.slice(at + 2);
      expect(readRecoveryKey(swapped).ok).toBe(swapped === plain);
    }),
    { seed: 6, numRuns: 500 },
  );
});

test.each(['', '1', 'ABCDE', 'U'.repeat(30), '密钥', 'A'.repeat(10_000)])('"%.10s" is a typing error, not a crash', (text) => {
  expect(readRecoveryKey(text)).toEqual({ ok: false, error: 'typo' });
});
