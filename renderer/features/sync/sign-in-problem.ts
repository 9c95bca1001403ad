import type { Problem, ProblemCode } from '../../../shared/kernel/problem.ts';

const fieldOfCode: Partial<Record<ProblemCode, string>> = {
  'sync.address': 'address',
  'sync.offline': 'address',
  'sync.foreign-hub': 'address',
  'sync.wrong-login': 'password',
  'sync.login-wait': 'password',
  'sync.other-person': 'loginName',
};

/** The field a person must look at when signing in did not work; what no field can mend stands above the button. */
export const atField = (problem: Problem): Problem => ({ ...problem, field: fieldOfCode[problem.code] ?? problem.field });
