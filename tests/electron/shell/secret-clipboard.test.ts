import { describe, expect, test } from 'vitest';
import { secretClipboard, secretStaysMs } from '../../../electron/shell/secret-clipboard.ts';

const withFakes = () => {
  const held = { text: '', readable: true };
  const timers: { work: () => void; ms: number }[] = [];
  const secrets = secretClipboard(
    {
      readText: async () => {
        if (!held.readable) throw new Error('no access');
        return held.text;
      },
      writeText: async (text) => void (held.text = text),
      clear: () => void (held.text = ''),
    },
    (work, ms) => void timers.push({ work, ms }),
  );
  const minuteLater = async (): Promise<void> => {
    for (const { work } of timers.splice(0)) work();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { held, timers, secrets, minuteLater };
};

describe('a copied secret', () => {
  test('leaves the clipboard after a minute', async () => {
    const { held, timers, secrets, minuteLater } = withFakes();
    expect(await secrets.copy('K-1')).toBe(true);
    expect(held.text).toBe('K-1');
    expect(timers.map(({ ms }) => ms)).toEqual([secretStaysMs]);
    await minuteLater();
    expect(held.text).toBe('');
  });

  test('is left alone once something else was copied', async () => {
    const { held, secrets, minuteLater } = withFakes();
    await secrets.copy('K-1');
    held.text = 'a phone number';
    await minuteLater();
    expect(held.text).toBe('a phone number');
  });

  test('leaves at the end of the program too, and the timer then does nothing', async () => {
    const { held, secrets, minuteLater } = withFakes();
    await secrets.copy('K-1');
    await secrets.forget();
    expect(held.text).toBe('');
    held.text = 'K-1';
    await minuteLater();
    expect(held.text).toBe('K-1');
  });

  test('is not cleared blindly when the clipboard cannot be read', async () => {
    const { held, secrets, minuteLater } = withFakes();
    await secrets.copy('K-1');
    held.readable = false;
    await minuteLater();
    expect(held.text).toBe('K-1');
  });
});
