import { canonicalJson } from '../../kernel/canonical-json.ts';
import { engineVersion, settleInput } from '../settle.ts';
import type { CalculationRecord, Settlement } from '../result.ts';
import type { LiveSettlement } from './live.ts';

/** A settlement without the record it was computed from; both are kept apart and hashed together. */
export type CalculatedResult = Omit<Settlement, 'record'>;
export type CalculationContent = { readonly record: CalculationRecord; readonly result: CalculatedResult };

/** JSON as it is stored: fields that are undefined are gone. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const contentOf = ({ record, ...result }: Settlement): CalculationContent => plain({ record, result });

/** The text that a calculation's hash covers. */
export const contentText = (content: CalculationContent): string => canonicalJson(content);

export type Difference = { readonly path: string; readonly stored: string; readonly now: string };

export type Replayed = {
  readonly engineThen: string;
  readonly engineNow: string;
  /** The same result, every figure, remark and working included. */
  readonly same: boolean;
  readonly differences: Difference[];
};

const maxDifferences = 50;

const shown = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

const differencesOf = (stored: unknown, now: unknown, path: string): Difference[] => {
  if (canonicalJson({ value: stored }) === canonicalJson({ value: now })) return [];
  const bothObjects = typeof stored === 'object' && typeof now === 'object' && stored !== null && now !== null;
  if (!bothObjects || Array.isArray(stored) !== Array.isArray(now)) return [{ path, stored: shown(stored), now: shown(now) }];
  const [before, after] = [stored as Record<string, unknown>, now as Record<string, unknown>];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differencesOf(before[name], after[name], path === '' ? name : `${path}.${name}`));
};

/** Computes a stored calculation again from its own input and figures; later packs and other cases mean nothing to it. */
export const replayed = ({ record, result }: CalculationContent): Replayed => {
  const again = settleInput(record.input, record.pack);
  const now = again.ok ? contentOf(again.value).result : { ok: false, errors: again.error };
  const differences = differencesOf(result, now, '').slice(0, maxDifferences);
  return { engineThen: record.engine, engineNow: engineVersion, same: differences.length === 0, differences };
};

export const staleReasons = ['input', 'pack', 'engine', 'incomplete'] as const;
export type StaleReason = (typeof staleReasons)[number];

/** Why a stored calculation no longer says what the case says now; empty: it still does. */
export const staleReasonsOf = (record: CalculationRecord, live: LiveSettlement): StaleReason[] => {
  const now = live.settlement?.record;
  if (now === undefined) return ['incomplete'];
  const reasons: StaleReason[] = [];
  if (canonicalJson(record.input) !== canonicalJson(now.input)) reasons.push('input');
  if (record.pack.id !== now.pack.id || record.pack.version !== now.pack.version) reasons.push('pack');
  if (record.engine !== now.engine) reasons.push('engine');
  return reasons;
};
