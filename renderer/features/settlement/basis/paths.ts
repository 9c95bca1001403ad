export type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value inside others: `commercial.limit`. */
export const at = (values: Values, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => (isValues(value) ? value[step] : undefined), values);

/** The same values with one changed; an empty one is taken out, and a part that has nothing left as well. */
export const put = (values: Values, path: string, value: unknown): Values => {
  const [step = '', ...rest] = path.split('.');
  const { [step]: old, ...others } = values;
  const next = rest.length === 0 ? value : put(isValues(old) ? old : {}, rest.join('.'), value);
  const empty = next === undefined || (isValues(next) && Object.keys(next).length === 0);
  return empty ? others : { ...others, [step]: next };
};
