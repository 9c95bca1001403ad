import { z } from 'zod';
import { idSchema } from '../../shared/kernel/ids.ts';
import { roles } from '../../shared/people/model.ts';
import { documentKinds } from '../../shared/sync/published.ts';
import { isStorableText } from '../../shared/sync/storable.ts';

const name = z.string().trim().min(1).max(200).refine(isStorableText);
const loginName = z.string().regex(/^[\w.@-]{2,64}$/);
/** Length is what makes a password hard to guess; kinds of letters are not asked for. */
const password = z.string().min(10).max(256);
const person = idSchema<'person'>();
const branch = idSchema<'branch'>();
const region = idSchema<'region'>();

/** What the administrator may send; each route checks its body before anything else. */
export const adminMessages = {
  addPerson: z.strictObject({ loginName, name, role: z.enum(roles), branchId: branch.nullable(), password }),
  changePerson: z.strictObject({
    personId: person,
    name: name.optional(),
    role: z.enum(roles).optional(),
    branchId: branch.nullable().optional(),
    active: z.boolean().optional(),
    password: password.optional(),
  }),
  keepRegion: z.strictObject({ id: region, name }),
  keepBranch: z.strictObject({ id: branch, regionId: region, name }),
  revokeDevice: z.strictObject({ deviceId: idSchema<'device'>() }),
  /** `base`: the version the publisher began from, 0 for none; somebody else's newer one is then never written over unseen. */
  publish: z.strictObject({ kind: z.enum(documentKinds), body: z.json(), base: z.number().int().min(0).optional() }),
  beginEpoch: z.strictObject({}),
} as const;
