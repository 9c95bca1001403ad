import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema } from '../sync/entity.ts';
import { actions } from './access.ts';
import { person, roles } from './model.ts';

export const peopleContract = {
  list: procedure.output(z.array(storedSchema(person))),
  /** Who works at this machine now, with everything the role may do on an open case. */
  me: procedure.output(z.object({ person: storedSchema(person), may: z.array(z.enum(actions)), deviceName: z.string() })),
  /** 权限额度: up to what each role may decide alone, by which version of the limits, and what that is for the person here. */
  authority: procedure.output(
    z.object({
      version: z.number().int(),
      source: z.enum(['built-in', 'published']),
      receivedAt: z.string().nullable(),
      limitsFen: z.record(z.enum(roles), z.number().int()),
      ownFen: z.number().int(),
    }),
  ),
  add: procedure
    .input(z.strictObject({ name: z.string().min(1).max(200), role: z.enum(roles), branch: z.string().max(200) }))
    .output(z.object({ id: z.string() })),
  switchTo: procedure.input(z.strictObject({ personId: z.string() })),
};
