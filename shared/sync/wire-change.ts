import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { idSchema, type CaseId, type ChangeId } from '../kernel/ids.ts';
import { operationSchema, type Operation } from './change.ts';
import { quick } from './quick.ts';
import { isSoundChange, kindPattern, limits } from './sound-change.ts';

/**
 * A change as it travels. Author and device are those of the session, so a change cannot claim them. Source: SPEC [SY-10].
 */
const thoroughChangeSchema = z.strictObject({
  mid: z.number().int().positive(),
  changeId: idSchema<'change'>(),
  kind: z.string().regex(kindPattern),
  kindVersion: z.number().int().positive().max(limits.kindVersion),
  caseId: idSchema<'case'>(),
  at: instantSchema,
  utcOffset: z.number().int().min(-limits.utcOffset).max(limits.utcOffset),
  clockSkewMs: z.number().int(),
  ops: z.array(operationSchema).min(1).max(limits.operations),
});

export const wireChangeSchema = quick(thoroughChangeSchema, isSoundChange);

export type WireChange = {
  mid: number;
  changeId: ChangeId;
  kind: string;
  kindVersion: number;
  caseId: CaseId;
  at: string;
  utcOffset: number;
  clockSkewMs: number;
  ops: Operation[];
};

/** The longest part of a change as text. Whoever needs it for more than one purpose makes it once. */
export const opsTextOf = ({ ops }: Pick<WireChange, 'ops'>): string => JSON.stringify(ops);

/**
 * The text a change is known by. An array of fields in this order, because `JSON.stringify` of what `JSON.parse` returned gives
 * the same text in every engine; so neither side needs a canonical form.
 */
export const contentText = (change: WireChange, opsText = opsTextOf(change)): string => {
  const { mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs } = change;
  const front = JSON.stringify([mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs]);
  return `${front.slice(0, -1)},${opsText}]`;
};
