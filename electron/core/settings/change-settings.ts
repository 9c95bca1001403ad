import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Settings } from '../../../shared/settings/contract.ts';
import type { Session } from '../session.ts';
import { keepSettings, readSettings } from './setting-rows.ts';

type Change = { [K in keyof Settings]?: Settings[K] | undefined };

/** Changes the given preferences and keeps the others. */
export const changeSettings = (session: Session, change: Change): Result<Settings, Problem> =>
  session.commitLocal(['settings'], (db) => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const settings: Settings = { ...readSettings(db), ...given };
    keepSettings(db, settings);
    return settings;
  });
