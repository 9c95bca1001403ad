import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Result } from '../../shared/kernel/result.ts';
import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import { beginEpoch, keepBranch, keepRegion, readCompany, revokeDevice } from '../core/admin.ts';
import { publishDocument } from '../core/publish-document.ts';
import { addColleague, changeColleague } from '../core/people.ts';
import type { Claims } from '../core/ports.ts';
import { adminMessages } from './admin-messages.ts';
import { answer, bearerOf, bodyOf, refuse, type ServerContext } from './context.ts';

type Work<T> = (who: Claims, body: T) => Promise<Result<unknown, HubProblem>>;

/** People, branches, regions, devices and documents. Whether the caller is an administrator is asked of the store each time. */
export const adminRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const { ports, pokes } = context;
  const route = <T>(path: string, schema: z.ZodType<T>, work: Work<T>): void => {
    app.post(path, async (request, reply) => {
      const who = await bearerOf(context, request.headers.authorization);
      if (!who.ok) return refuse(reply, who.error);
      const body = bodyOf(schema, request);
      if (!body.ok) return refuse(reply, body.error);
      const result = await work(who.value, body.value);
      // Devices compare every minute by themselves; new limits, and the end of a lost device, should not wait for that.
      if (result.ok) pokes.announceToAll();
      return answer(reply, result);
    });
  };
  app.get('/admin/company', async (request, reply) => {
    const who = await bearerOf(context, request.headers.authorization);
    return who.ok ? answer(reply, await readCompany(ports, who.value)) : refuse(reply, who.error);
  });
  route('/admin/people/add', adminMessages.addPerson, (who, body) => addColleague(ports, who, body));
  route('/admin/people/change', adminMessages.changePerson, (who, body) => changeColleague(ports, who, body));
  route('/admin/regions', adminMessages.keepRegion, (who, body) => keepRegion(ports, who, body));
  route('/admin/branches', adminMessages.keepBranch, (who, body) => keepBranch(ports, who, body));
  route('/admin/devices/revoke', adminMessages.revokeDevice, (who, { deviceId }) => revokeDevice(ports, who, deviceId));
  route('/admin/documents', adminMessages.publish, (who, body) => publishDocument(ports, who, body));
  route('/admin/epoch', adminMessages.beginEpoch, (who) => beginEpoch(ports, who));
};
