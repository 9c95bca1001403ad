type Leaf = { readonly path: string; readonly mine: string; readonly theirs: string };

const isParent = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const shown = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string | number | boolean));

/** The single values in which two versions of a field differ, each with its path. */
export const leavesApart = (mine: unknown, theirs: unknown, path: string): Leaf[] => {
  if (!isParent(mine) && !isParent(theirs)) {
    return shown(mine) === shown(theirs) ? [] : [{ path, mine: shown(mine), theirs: shown(theirs) }];
  }
  const [a, b] = [isParent(mine) ? mine : {}, isParent(theirs) ? theirs : {}];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => leavesApart(a[key], b[key], `${path}.${key}`));
};
