import type { CaseInput } from '../input/case-input.ts';
import { parseCase } from '../input/parse-case.ts';
import { stepsOfPath } from './places.ts';

type Node = Record<string | number, unknown>;

/** Stands in for vehicles that are not known yet: items do not depend on them. */
const unknownVehicle = { id: 'unknown', kind: 'other', fault: 'none' };

/** How much of a path is left out: a whole head of damage, a whole advance, else the one value. */
const unitOf = (steps: readonly (string | number)[]): readonly (string | number)[] => {
  if (steps[0] === 'vehicles') return ['vehicles'];
  if (steps[0] === 'advances') return ['advances'];
  const items = steps.indexOf('items');
  return items < 0 ? steps : steps.slice(0, items + 2);
};

const drop = (root: Node, steps: readonly (string | number)[]): void => {
  if (steps[0] === 'vehicles') {
    root['vehicles'] = [unknownVehicle];
    return;
  }
  const parent = steps.slice(0, -1).reduce<unknown>((node, step) => (node as Node | undefined)?.[step], root) as Node | undefined;
  const last = steps.at(-1);
  if (parent !== undefined && last !== undefined) delete parent[last];
};

/** Rounds of looking and leaving out: a value that is gone can uncover another, but never for long. */
const maxRounds = 4;

/**
 * The input without what its schema refuses, so that one wrong value does not hide the other items while somebody types. Only for
 * looking: what is left out is reported from the whole input, and no layer is computed from this.
 */
export const repairedInput = (input: CaseInput): CaseInput => {
  const copy = JSON.parse(JSON.stringify(input)) as Node;
  for (let round = 0; round < maxRounds; round += 1) {
    const parsed = parseCase(copy);
    if (parsed.ok) return parsed.value;
    for (const { path } of parsed.error) drop(copy, unitOf(stepsOfPath(path)));
  }
  return { ...(copy as unknown as CaseInput), victims: [], vehicles: [] };
};
