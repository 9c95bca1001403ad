import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import type { NewPasscode } from './new-passcode-fields.tsx';
import { shortestPasscode } from './passcode-strength.ts';

/** What is wrong with a passcode typed twice, before the core is asked; the second field carries a mismatch. */
export const checkNewPasscode = ({ newPasscode, again }: NewPasscode): Problem | null => {
  if ([...(newPasscode ?? '')].length < shortestPasscode) return problem('vault.passcode-too-short', 'newPasscode', { shortest: shortestPasscode });
  return newPasscode === again ? null : problem('invalid', 'again');
};
