/** One numbered step of the schema. It imports nothing from the app: a shipped step must not change when the app does. */
export type Migration = {
  /** Stored in `PRAGMA user_version`; the number the file name begins with. */
  version: number;
  name: string;
  up(db: { exec(sql: string): void }): void;
};
