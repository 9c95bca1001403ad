import { z } from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { instantSchema } from '../kernel/dates.ts';
import { roles } from '../people/model.ts';
import { isStorableText } from './storable.ts';
import { wireChangeSchema } from './wire-change.ts';

export const protocol = z.number().int().positive();
export const requestId = idSchema<'request'>();
export const epoch = z.string().min(1).max(64);
const token = z.string().min(16).max(4_096);

/** Most changes in one push, and the most bytes of one body before it is decompressed or read further. Source: SPEC [SY-70]. */
export const maxChangesPerPush = 1_000;

export const hubPersonSchema = z.strictObject({
  id: idSchema<'person'>(),
  name: z.string(),
  role: z.enum(roles),
  branchId: idSchema<'branch'>().nullable(),
});
export type HubPerson = z.infer<typeof hubPersonSchema>;

export const loginRequestSchema = z.strictObject({
  protocol,
  loginName: z.string().min(1).max(64).refine(isStorableText),
  password: z.string().min(1).max(256),
  device: z.strictObject({
    deviceId: idSchema<'device'>(),
    machine: z.string().max(200).refine(isStorableText),
    appVersion: z.string().max(64).refine(isStorableText),
  }),
});
export type LoginRequest = z.infer<typeof loginRequestSchema>;

export const sessionReplySchema = z.strictObject({
  /** Which hub this is: a device that knows another one asks before it goes on. */
  hubId: idSchema<'hub'>(),
  epoch,
  hubNow: instantSchema,
  person: hubPersonSchema,
  accessToken: token,
  accessSeconds: z.number().int().positive(),
  refreshToken: token,
  /** Days the device may work without the hub. */
  leaseDays: z.number().int().positive(),
  /** Last change of this device the hub has executed. */
  lastMid: z.number().int().min(0),
});
export type SessionReply = z.infer<typeof sessionReplySchema>;

export const refreshRequestSchema = z.strictObject({ protocol, refreshToken: token, deviceId: idSchema<'device'>() });
export type RefreshRequest = z.infer<typeof refreshRequestSchema>;

/** What a revoked device hands over before it forgets everything. */
export const surrenderRequestSchema = z.strictObject({
  protocol,
  requestId,
  refreshToken: token,
  deviceId: idSchema<'device'>(),
  changes: z.array(wireChangeSchema).max(maxChangesPerPush),
});
export type SurrenderRequest = z.infer<typeof surrenderRequestSchema>;
