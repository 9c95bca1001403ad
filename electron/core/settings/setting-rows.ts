import { defaultSettings, settingsSchema, type Settings } from '../../../shared/settings/contract.ts';
import type { Reads, WriteDb } from '../../db/handles.ts';

const key = 'preferences';

/** Preferences of this machine; what is missing or unreadable falls back to the default. */
export const readSettings = (db: Reads): Settings => {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key);
  const kept = settingsSchema.partial().safeParse(row ? JSON.parse(row.value) : {});
  return { ...defaultSettings, ...(kept.success ? (kept.data as Partial<Settings>) : {}) };
};

export const keepSettings = (db: WriteDb, settings: Settings): void =>
  void db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(settings),
  );
