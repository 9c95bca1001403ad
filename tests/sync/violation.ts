export type Kind = 'lost' | 'diverged' | 'leaked';

/** What must never be: which invariant it breaks, and what a summary counts it as. */
export type Violation = { invariant: string; kind: Kind; detail: string };
