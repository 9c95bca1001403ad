import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { idSchema, type CaseId, type ChangeId, type DeviceId, type PersonId } from '../kernel/ids.ts';
import { jsonValue } from './json-value.ts';

/**
 * The version that last wrote a field as the person saw it: a confirmed case version, or an own change that the hub has not
 * seen yet. `null` means the field was empty since the row was made. Source: SPEC [SY-12].
 */
export const baseSchema = z.union([
  z.strictObject({ ver: z.number().int().positive() }),
  z.strictObject({ mid: z.number().int().positive() }),
]);
export type Base = z.infer<typeof baseSchema>;

const values = z.record(z.string(), jsonValue());

export const operationSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('insert'), entity: z.string(), id: z.string(), fields: values }),
  z.strictObject({
    op: z.literal('set'),
    entity: z.string(),
    id: z.string(),
    fields: z.record(z.string(), z.strictObject({ value: jsonValue(), base: baseSchema })),
  }),
  z.strictObject({
    op: z.literal('transition'),
    entity: z.string(),
    id: z.string(),
    from: z.string(),
    to: z.string(),
    facts: values,
    /** What last wrote the row as the person saw it; a decision about money is bound to it. Source: SPEC [SY-14]. */
    base: baseSchema.optional(),
  }),
]);
export type Operation = z.infer<typeof operationSchema>;

/** One accepted-or-refused-together unit of work. Source: SPEC [SY-10]. */
export const changeSchema = z.strictObject({
  /** 1, 2, 3 … per device, without gaps. Null for changes of scope `device`, which never leave the machine. */
  mid: z.number().int().positive().nullable(),
  changeId: idSchema<'change'>(),
  /** The use-case's name, for example `record-contact`. */
  kind: z.string(),
  kindVersion: z.number().int().positive(),
  caseId: idSchema<'case'>().nullable(),
  at: instantSchema,
  utcOffset: z.number().int(),
  /** Measured difference of this device's clock to the hub's, milliseconds; 0 while no hub is known. */
  clockSkewMs: z.number().int(),
  byPersonId: idSchema<'person'>().nullable(),
  deviceId: idSchema<'device'>(),
  ops: z.array(operationSchema).min(1),
});

export type Change = {
  mid: number | null;
  changeId: ChangeId;
  kind: string;
  kindVersion: number;
  caseId: CaseId | null;
  at: string;
  utcOffset: number;
  clockSkewMs: number;
  byPersonId: PersonId | null;
  deviceId: DeviceId;
  ops: Operation[];
};
