import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Standing } from '../../shared/people/scope.ts';
import { askingOf } from '../core/reading.ts';
import { bearerOf, refuse, type ServerContext } from './context.ts';

/** `GET /sync/poke` as a WebSocket: the hub speaks, the device listens. */
export const pokeRoute = (app: FastifyInstance, context: ServerContext): void => {
  const { ports, pokes } = context;
  const standings = new WeakMap<FastifyRequest, { standing: Standing; renew: () => Promise<Standing | null> }>();
  const preValidation = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const who = await bearerOf(context, request.headers.authorization);
    if (!who.ok) return refuse(reply, who.error);
    const renew = async (): Promise<Standing | null> => {
      const asking = await ports.db.snapshot((reads) => askingOf(reads, who.value, ports.clock.now()));
      return asking.ok ? asking.value.standing : null;
    };
    const standing = await renew();
    if (standing) standings.set(request, { standing, renew });
    return undefined;
  };
  app.get('/sync/poke', { websocket: true, preValidation }, (socket, request) => {
    const known = standings.get(request);
    if (!known) return socket.close(4_401);
    const remove = pokes.add({ socket, ...known });
    socket.on('close', remove);
    socket.on('error', remove);
    return undefined;
  });
};
