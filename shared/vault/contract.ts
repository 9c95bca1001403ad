import { z } from 'zod';
import { procedure, stream } from '../kernel/procedure.ts';
import { roles } from '../people/model.ts';
import { faultCodes } from './errors.ts';

export const vaultStatusSchema = z.object({
  state: z.enum(['fresh', 'locked', 'open', 'fault']),
  fault: z.enum(faultCodes).nullable(),
  /** Seconds until the next passcode try is accepted. */
  waitSeconds: z.number().int().min(0),
  /** This device was revoked; what was here is gone. */
  revoked: z.boolean(),
  /** The clock of this device stands before the newest entry of the file. */
  clockBehindMinutes: z.number().int().min(0),
  /** Opening with the system's sign-in: no store here, one that protects nothing, or the person's choice. */
  systemUnlock: z.enum(['absent', 'weak', 'off', 'on']),
  version: z.string(),
  dataFolder: z.string(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

const passcode = z.string().max(256);

export const vaultContract = {
  status: procedure.output(vaultStatusSchema),
  setUp: procedure
    .input(z.strictObject({ passcode, personName: z.string().min(1).max(200), role: z.enum(roles), branch: z.string().max(200) }))
    .output(z.object({ recoveryKey: z.string() })),
  unlock: procedure.input(z.strictObject({ passcode })),
  recover: procedure.input(z.strictObject({ recoveryKey: z.string().max(256), newPasscode: passcode })),
  changePasscode: procedure.input(z.strictObject({ passcode, newPasscode: passcode })),
  /** Lets this computer open the file without the passcode while its user is signed in, or ends that. */
  setSystemUnlock: procedure.input(z.strictObject({ passcode, on: z.boolean() })),
  unlockBySystem: procedure,
  lock: procedure,
  /** Goes on with a file that was copied from another computer, as a new device. */
  adopt: procedure.input(z.strictObject({ passcode })),
  selfCheck: procedure.output(
    z.object({ ok: z.boolean(), changes: z.number().int(), rows: z.number().int(), differences: z.array(z.string()) }),
  ),
  /** Rebuilds every table from the journal. */
  repair: procedure.output(z.object({ changes: z.number().int(), rows: z.number().int() })),
  /** One event per committed change, and one when the vault opens or locks. */
  changed: procedure.output(stream(z.object({ slugs: z.array(z.string()), caseId: z.string().nullable(), vault: z.boolean() }))),
};
