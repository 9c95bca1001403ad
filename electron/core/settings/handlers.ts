import { ok } from '../../../shared/kernel/result.ts';
import type { Handlers } from '../handlers.ts';
import { changeSettings } from './change-settings.ts';
import { readSettings } from './setting-rows.ts';

export const settingsHandlers: Handlers<'settings'> = {
  read: ({ session }) => ok(readSettings(session.read)),
  change: ({ session }, input) => changeSettings(session, input),
};
