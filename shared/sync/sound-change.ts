import { idPattern } from '../kernel/ids.ts';
import { instantPattern } from '../kernel/dates.ts';
import { isLeaf } from './json-value.ts';

type Keyed = Record<string, unknown>;

const changeKeys = ['mid', 'changeId', 'kind', 'kindVersion', 'caseId', 'at', 'utcOffset', 'clockSkewMs', 'ops'];
const entryKeys = ['ver', 'deviceId', 'byPersonId', 'receivedAt', 'change', 'flags', 'hash'];
const insertKeys = ['op', 'entity', 'id', 'fields'];
const setKeys = insertKeys;
const moveKeys = ['op', 'entity', 'id', 'from', 'to', 'facts'];
const boundMoveKeys = [...moveKeys, 'base'];

export const kindPattern = /^[a-z][a-z0-9-]{0,63}$/;
export const hashPattern = /^[0-9a-f]{64}$/;
/** The most operations: a pasted sheet of several hundred items fits, a flood does not. */
export const limits = { kindVersion: 10_000, utcOffset: 1_440, operations: 2_000 };

/**
 * Certainly a change as `wireChangeSchema` wants it, with its keys in the order of the schema: then its text is the one that is
 * hashed, on whichever side. False does not mean wrong; then the schema looks.
 */
export const isSoundChange = (value: unknown): boolean => {
  if (!hasKeys(value, changeKeys)) return false;
  const { mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs, ops } = value;
  return (
    isCount(mid) &&
    matches(changeId, idPattern) &&
    matches(kind, kindPattern) &&
    isCount(kindVersion, limits.kindVersion) &&
    matches(caseId, idPattern) &&
    matches(at, instantPattern) &&
    Number.isSafeInteger(utcOffset) &&
    Math.abs(utcOffset as number) <= limits.utcOffset &&
    Number.isSafeInteger(clockSkewMs) &&
    Array.isArray(ops) &&
    ops.length > 0 &&
    ops.length <= limits.operations &&
    ops.every(isSoundOperation)
  );
};

/** The same for an entry in the list of a case; one with marks of the hub is left to the schema. */
export const isSoundEntry = (value: unknown): boolean =>
  hasKeys(value, entryKeys) &&
  isCount(value['ver']) &&
  matches(value['deviceId'], idPattern) &&
  matches(value['byPersonId'], idPattern) &&
  matches(value['receivedAt'], instantPattern) &&
  hasKeys(value['flags'], []) &&
  matches(value['hash'], hashPattern) &&
  isSoundChange(value['change']);

const isSoundOperation = (value: unknown): boolean => {
  if (!isObject(value) || typeof value['entity'] !== 'string' || typeof value['id'] !== 'string') return false;
  if (value['op'] === 'insert') return hasKeys(value, insertKeys) && holds(value['fields'], isLeaf);
  if (value['op'] === 'set') return hasKeys(value, setKeys) && holds(value['fields'], isWrite);
  if (value['op'] !== 'transition' || typeof value['from'] !== 'string' || typeof value['to'] !== 'string') return false;
  const isBound = hasKeys(value, boundMoveKeys) && isBase(value['base']);
  return (isBound || hasKeys(value, moveKeys)) && holds(value['facts'], isLeaf);
};

const isWrite = (value: unknown): boolean => hasKeys(value, ['value', 'base']) && isLeaf(value['value']) && isBase(value['base']);

const isBase = (value: unknown): boolean =>
  (hasKeys(value, ['ver']) && isCount(value['ver'])) || (hasKeys(value, ['mid']) && isCount(value['mid']));

const isObject = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** These keys, no others, and in this order; a walk, because a list of keys for each of thousands of entries costs more than the look. */
const hasKeys = (value: unknown, keys: readonly string[]): value is Keyed => {
  if (!isObject(value)) return false;
  let at = 0;
  for (const key in value) {
    if (key !== keys[at]) return false;
    at += 1;
  }
  return at === keys.length;
};

/** Every value is of this kind; a key that would reach the prototype is none of ours. */
const holds = (value: unknown, isSound: (one: unknown) => boolean): boolean => {
  if (!isObject(value)) return false;
  for (const key in value) if (key === '__proto__' || !isSound(value[key])) return false;
  return true;
};

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= most;

const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
