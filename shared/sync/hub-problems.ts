import { z } from 'zod';

/** What a hub answers instead of a reply. `relogin` keeps the data; `revoked` surrenders and then forgets it. Never reused. */
export const hubProblemCodes = [
  'relogin',
  'revoked',
  'login.wrong',
  'login.wait',
  'device.other-person',
  'forbidden',
  'not-found',
  'malformed',
  'too-large',
  'too-many',
  'protocol.too-old',
  'protocol.too-new',
  'wrong-state',
  'taken',
  'conflict',
  'hub.busy',
  'hub.fault',
] as const;
export type HubProblemCode = (typeof hubProblemCodes)[number];

export const hubProblemSchema = z.strictObject({
  code: z.enum(hubProblemCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type HubProblem = z.infer<typeof hubProblemSchema>;

export const hubProblem = (code: HubProblemCode, facts: HubProblem['facts'] = {}): HubProblem => ({ code, facts });
