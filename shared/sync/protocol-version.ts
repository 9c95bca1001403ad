/**
 * Version of the messages in `messages.ts`. A test pins the hash: whoever changes a schema raises the version and adds a line.
 *
 * | version | hash begins with | since | what changed |
 * |---|---|---|---|
 * | 1 | c3ce725f | 2026-11-28 | first |
 * | 2 | e0121485 | 2026-11-28 | a push of another epoch is stopped (`epoch`); a device of version 1 tries again and compares first |
 * | 3 | 130c395b | 2026-11-28 | a push holds up to 1,000 changes instead of 200 |
 */
export const protocolVersion = 3;
export const protocolHash = '130c395bff6a95f36bae45afda65ed276b11f6ba8c07225e90226656155801e7';

/** The hub serves the current and the previous two versions. Source: SPEC [SY-71]. */
export const oldestServed = Math.max(1, protocolVersion - 2);
