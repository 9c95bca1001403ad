import { ok } from '../../../shared/kernel/result.ts';
import { actions, may } from '../../../shared/people/access.ts';
import { authorityNow, ownLimit } from '../authority-here.ts';
import type { Handlers } from '../handlers.ts';
import { addPerson } from './add-person.ts';
import { allPeople } from './person-rows.ts';
import { switchPerson } from './switch-person.ts';

export const peopleHandlers: Omit<Handlers<'people'>, 'limits' | 'publishLimits'> = {
  list: ({ session }) => ok(allPeople(session.read)),
  me: ({ session }) => {
    const person = session.person();
    return ok({ person, may: actions.filter((action) => may(person.role, action, 'open')), deviceName: deviceNameOf(session.deviceId) });
  },
  authority: ({ session }) => ok({ ...authorityNow(session), ownFen: ownLimit(session) }),
  add: ({ session }, input) => addPerson(session, input),
  switchTo: ({ session }, input) => switchPerson(session, input),
};

/** Short enough to be read out on the phone; the tail of a UUIDv7 is its random part. */
const deviceNameOf = (deviceId: string): string => `LB-${deviceId.slice(-4).toUpperCase()}`;
