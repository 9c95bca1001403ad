/**
 * Version of the messages in `messages.ts`. A test pins the hash: whoever changes a schema raises the version and adds a line.
 *
 * | version | hash begins with | since | what changed |
 * |---|---|---|---|
 * | 1 | bf564d61 | 2026-11-28 | first |
 */
export const protocolVersion = 1;
export const protocolHash = 'bf564d61587168383a6e31d6afdf97dbfbfdc09f6fb79b45409ec7ca3c233be1';

/** The hub serves the current and the previous two versions. Source: SPEC [SY-71]. */
export const oldestServed = Math.max(1, protocolVersion - 2);
