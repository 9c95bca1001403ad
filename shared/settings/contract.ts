import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';

/** Preferences of this machine; none of them travels. */
export const settingsSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en-US']),
  /** Minutes without a key or pointer until the app locks; 1 to 60. */
  idleLockMinutes: z.number().int().min(1).max(60),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Days without a contact after which a case counts as silent. */
  silentDays: z.number().int().min(1).max(30),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { language: 'zh-CN', idleLockMinutes: 10, theme: 'system', silentDays: 3 };

export const settingsContract = {
  read: procedure.output(settingsSchema),
  change: procedure.input(settingsSchema.partial()).output(settingsSchema),
};
