/**
 * Version of the messages in `messages.ts`. A test pins the hash: whoever changes a schema raises the version and adds a line.
 *
 * | version | hash begins with | since | what changed |
 * |---|---|---|---|
 * | 1 | c3ce725f | 2026-11-28 | first |
 */
export const protocolVersion = 1;
export const protocolHash = 'c3ce725fe1ed34761b60de69534b9e19be4fadcb25500615d49a0665f280ce82';

/** The hub serves the current and the previous two versions. Source: SPEC [SY-71]. */
export const oldestServed = Math.max(1, protocolVersion - 2);
