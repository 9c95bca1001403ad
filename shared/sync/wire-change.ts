import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { idSchema, type CaseId, type ChangeId } from '../kernel/ids.ts';
import { operationSchema, type Operation } from './change.ts';

/** Most operations one change may carry: a pasted sheet of several hundred items fits, a flood does not. */
const maxOperations = 2_000;

/**
 * A change as it travels. Author and device are those of the session, so a change cannot claim them. Source: SPEC [SY-10].
 */
export const wireChangeSchema = z.strictObject({
  mid: z.number().int().positive(),
  changeId: idSchema<'change'>(),
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  kindVersion: z.number().int().positive().max(10_000),
  caseId: idSchema<'case'>(),
  at: instantSchema,
  utcOffset: z.number().int().min(-1_440).max(1_440),
  clockSkewMs: z.number().int(),
  ops: z.array(operationSchema).min(1).max(maxOperations),
});

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

/**
 * The text a change is known by. An array of fields in this order, because `JSON.stringify` of what `JSON.parse` returned gives
 * the same text in every engine; so neither side needs a canonical form.
 */
export const contentText = (change: WireChange): string => {
  const { mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs, ops } = change;
  return JSON.stringify([mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs, ops]);
};
