/** One numbered step of the hub's schema. It imports nothing from the app: a shipped step must not change when the app does. */
export type Migration = { version: number; name: string; statements: readonly string[] };
