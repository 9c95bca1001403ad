import { z } from 'zod';
import { roles } from '../people/model.ts';

const id = z.string().min(1).max(64);
const instant = z.string();

/** The company as its administrator sees it at the hub: who works where, and with which devices. Never a password. */
export const companySchema = z.object({
  regions: z.array(z.object({ id, name: z.string() })),
  branches: z.array(z.object({ id, regionId: id, name: z.string() })),
  people: z.array(
    z.object({ personId: id, loginName: z.string(), name: z.string(), role: z.enum(roles), branchId: id.nullable(), active: z.boolean() }),
  ),
  devices: z.array(
    z.object({
      deviceId: id,
      personId: id,
      machine: z.string(),
      appVersion: z.string(),
      registeredAt: instant,
      /** How many changes of this device the hub has executed. */
      lastMid: z.number().int(),
      lastSeenAt: instant,
      revokedAt: instant.nullable(),
    }),
  ),
});
export type Company = z.infer<typeof companySchema>;

const placeName = z.string().trim().min(1).max(200);

/** Without an id it is new. */
export const regionEditSchema = z.strictObject({ id: id.nullable(), name: placeName });
/** A branch stays in its region for good: moving it would move people and cases without a trace. */
export const branchEditSchema = z.strictObject({ id: id.nullable(), regionId: id, name: placeName });

const password = z.string().min(10).max(256);

export const colleagueSchema = z.strictObject({
  loginName: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  role: z.enum(roles),
  branchId: id.nullable(),
  password,
});

export const colleagueEditSchema = z.strictObject({
  personId: id,
  name: z.string().min(1).max(200).optional(),
  role: z.enum(roles).optional(),
  branchId: id.nullable().optional(),
  active: z.boolean().optional(),
  password: password.optional(),
});
