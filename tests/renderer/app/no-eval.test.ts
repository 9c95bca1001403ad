import { expect, test } from 'vitest';
import '../../../renderer/app/no-eval.ts';
import { z } from 'zod';

test('zod finds itself told not to compile, before its first schema is made', () => {
  expect(z.config().jitless).toBe(true);
});
