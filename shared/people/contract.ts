import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema } from '../sync/entity.ts';
import { actions } from './access.ts';
import { person, roles } from './model.ts';

export const peopleContract = {
  list: procedure.output(z.array(storedSchema(person))),
  /** Who works at this machine now, with everything the role may do on an open case. */
  me: procedure.output(z.object({ person: storedSchema(person), may: z.array(z.enum(actions)), deviceName: z.string() })),
  add: procedure
    .input(z.strictObject({ name: z.string().min(1).max(200), role: z.enum(roles), branch: z.string().max(200) }))
    .output(z.object({ id: z.string() })),
  switchTo: procedure.input(z.strictObject({ personId: z.string() })),
};
