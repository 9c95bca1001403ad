import { ok } from '../../../shared/kernel/result.ts';
import type { Handlers } from '../handlers.ts';
import { peopleHandlers as ofPeople } from '../people/handlers.ts';
import { listLimits } from '../people/list-limits.ts';
import { isOfCompany } from './publish-for-company.ts';
import { mayPublishLimits, publishLimits } from './publish-limits.ts';

export const peopleHandlers: Handlers<'people'> = {
  ...ofPeople,
  limits: ({ session }) => ok({ ...listLimits(session), mayPublish: mayPublishLimits(session), forCompany: isOfCompany(session.read) }),
  publishLimits: (call, input) => publishLimits(call, input),
};
