import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import type { NewPasscode } from './new-passcode-fields.tsx';
import { shortestPasscode } from './passcode-strength.ts';

/** Says that a new passcode is too short before the core is asked; the core asks again. */
export const checkNewPasscode = ({ newPasscode }: NewPasscode): Problem | null =>
  [...(newPasscode ?? '')].length < shortestPasscode
    ? problem('vault.passcode-too-short', 'newPasscode', { shortest: shortestPasscode })
    : null;
