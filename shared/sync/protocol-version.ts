/**
 * Version of the messages in `messages.ts`. A test pins the hash: whoever changes a schema raises the version and adds a line.
 *
 * | version | hash begins with | since | what changed |
 * |---|---|---|---|
 * | 1 | c3ce725f | 2026-11-28 | first |
 * | 2 | e0121485 | 2026-11-28 | a push of another epoch is stopped (`epoch`); a device of version 1 tries again and compares first |
 */
export const protocolVersion = 2;
export const protocolHash = 'e0121485d56856c1139c563eadf6294e953b5f82b8b26813208109974f26e45e';

/** The hub serves the current and the previous two versions. Source: SPEC [SY-71]. */
export const oldestServed = Math.max(1, protocolVersion - 2);
