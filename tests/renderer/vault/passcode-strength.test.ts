import { describe, expect, it } from 'vitest';
import { passcodeStrength } from '../../../renderer/features/vault/passcode-strength.ts';

describe('the word for a passcode', () => {
  it.each([
    ['', 'none'],
    ['12345', 'short'],
    ['111111111111', 'weak'],
    ['123456789', 'weak'],
    ['password', 'weak'],
    ['Liubu2026', 'fair'],
    ['Liubu-2026-一起走', 'strong'],
  ])('%s is %s', (passcode, word) => {
    expect(passcodeStrength(passcode)).toBe(word);
  });
});
