import type { SettleError } from '../../../shared/damages/engine/ledger.ts';
import { inputErrors } from '../../../shared/damages/inputs.ts';
import { damageItem, type DamageKind } from '../../../shared/damages/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import type { DraftOperation } from '../session.ts';
import { tidyEdit, tidyNew } from '../tidy-values.ts';

export type ItemValues = Partial<FieldsOf<typeof damageItem>>;

/** Adds the computed amounts that a change leads to; the workflow that knows the whole case provides it. */
export type Complete = (ops: readonly DraftOperation[]) => DraftOperation[];
export const asItIs: Complete = (ops) => [...ops];

const dotted = (path: string): string => path.replaceAll('[', '.').replaceAll(']', '');

/** An engine problem as a problem of the field it stands in. */
const inputProblem = ({ code, path, ...facts }: SettleError, at: string): Problem => {
  const plain = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? fact.join(', ') : fact]);
  return problem('damage.input-invalid', path === '$' ? at : `${at}.${dotted(path)}`, { settle: code, ...Object.fromEntries(plain) });
};

/** Values of a new item, or with `kind` of a known one: tidied, the inputs checked by the rule of their kind. */
export const checkedValues = (values: ItemValues, at: string, kind: DamageKind | null): Result<ItemValues, Problem> => {
  if (values.computedFen !== undefined) return err(problem('damage.computed-not-typed', `${at}.computedFen`));
  const given = {
    ...values,
    ...(values.inputs == null ? {} : { inputs: JSON.parse(JSON.stringify(values.inputs)) as typeof values.inputs }),
  };
  const tidied = kind === null ? tidyNew(damageItem, given, at) : tidyEdit(damageItem, given, at);
  if (!tidied.ok) return tidied;
  const { inputs } = tidied.value;
  const [wrong] = inputs == null ? [] : inputErrors(kind ?? (tidied.value.kind as DamageKind), inputs);
  return wrong === undefined ? ok(tidied.value) : err(inputProblem(wrong, `${at}.inputs`));
};
