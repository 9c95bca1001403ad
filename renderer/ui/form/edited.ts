import { useState } from 'react';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { changedFrom } from './changed-from.ts';

type Send<V> = (seen: number, changed: Partial<V>) => Promise<Problem | null>;

/** The other person's value of one field, and the state of the row that holds it. */
export type Theirs = { value: unknown; rev: number };

/** The form of a stored row that another window may change meanwhile: what it began from, and what was agreed since. */
export interface Edited<V extends object> {
  /** Sends what was changed; fields on which the person insisted go first, each as an answer to the value it replaces. */
  save(values: V, send: Send<V>): Promise<Problem | null>;
  /** The person has seen the other value of this field, and keeps their own or takes it. */
  agree(name: string, theirs: Theirs, mine: boolean): void;
  /** A draft holds the changes only, and the state they are based on, so that restoring it later takes back nothing. */
  draftOf(values: V): Record<string, unknown>;
  restore(draft: Record<string, unknown>): Partial<V>;
}

const basedOn = '$seen';

/** `seen` and `initial` are those of the moment the form opened; later states of the row do not touch them. */
export const createEdited = <V extends object>(seenFirst: number, initial: V): Edited<V> => {
  let base: V = initial;
  let seen = seenFirst;
  const insisted = new Map<string, number>();
  const saveInsisted = async (values: V, send: Send<V>): Promise<Problem | null> => {
    for (const [name, rev] of insisted) {
      const changed = changedFrom(base, values) as Record<string, unknown>;
      if (!(name in changed)) continue;
      const only = { [name]: changed[name] } as Partial<V>;
      const problem = await send(rev, only);
      if (problem !== null) return problem;
      base = { ...base, ...only };
      insisted.delete(name);
    }
    return null;
  };
  return {
    save: async (values, send) => {
      const before = base;
      const problem = await saveInsisted(values, send);
      if (problem !== null) return problem;
      const rest = changedFrom(base, values);
      return before !== base && Object.keys(rest).length === 0 ? null : send(seen, rest);
    },
    agree: (name, theirs, mine) => {
      if (mine) insisted.set(name, theirs.rev);
      else base = { ...base, [name]: theirs.value };
    },
    draftOf: (values) => ({ ...changedFrom(base, values), [basedOn]: seen }),
    restore: ({ [basedOn]: since, ...changed }) => {
      if (typeof since === 'number') seen = Math.min(seen, since);
      return changed as Partial<V>;
    },
  };
};

/** Holds the row as it was when the form opened. */
export const useEdited = <V extends object>(rev: number, initial: V): Edited<V> => useState(() => createEdited(rev, initial))[0];
