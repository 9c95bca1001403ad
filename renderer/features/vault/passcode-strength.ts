export type Strength = 'none' | 'short' | 'weak' | 'fair' | 'strong';

/** Shortest passcode the core accepts. */
export const shortestPasscode = 6;

const kinds = [/\d/, /[a-z]/, /[A-Z]/, /[^\da-zA-Z]/];

/** Runs like 111111 or 123456 add length but nothing to guess. */
const runs = (text: string): boolean => {
  const steps = new Set([...text].slice(1).map((letter, i) => letter.charCodeAt(0) - text.charCodeAt(i)));
  return steps.size <= 1;
};

/** A word for how hard a passcode is to guess: length first, variety second. */
export const passcodeStrength = (passcode: string): Strength => {
  if (passcode === '') return 'none';
  const length = [...passcode].length;
  if (length < shortestPasscode) return 'short';
  const variety = kinds.filter((kind) => kind.test(passcode)).length;
  if (runs(passcode) || (variety === 1 && length < 10)) return 'weak';
  return length >= 12 && variety >= 2 ? 'strong' : 'fair';
};
