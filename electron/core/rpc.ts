import { implement, ORPCError, ValidationError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { contract } from '../../shared/contract.ts';
import { problem, type Problem } from '../../shared/kernel/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Core } from './app.ts';
import { allHandlers, type AllHandlers } from './features.ts';
import type { Call } from './handlers.ts';
import { ProblemThrown } from './problem-thrown.ts';
import { guardWire, type Wire } from './rpc-wire.ts';
import type { Session } from './session.ts';
import { leaseOf } from './sync/status.ts';

/** Writes ids and codes to the local log, never names or texts. */
export type LogCode = (code: string, facts?: Record<string, string | number>) => void;

/** What every call is served with. */
export type RpcContext = { core: Core; log: LogCode; newReference: () => string };

/** Thrown when a procedure needs an open vault and there is none. */
class Locked extends Error {}

/** What still works when the hub was not heard of for too long: the way back to it. */
const openAfterLease: readonly string[] = ['sync', 'vault', 'backups', 'settings'];

type Asked = { slug: string; signal: AbortSignal | undefined };

const callFor = (context: RpcContext, { slug, signal }: Asked): Call => ({
  core: context.core,
  get session(): Session {
    const session = context.core.session();
    if (session === null) throw new Locked();
    if (!openAfterLease.includes(slug) && leaseOf(session)?.over) throw new ProblemThrown(problem('sync.lease-over'));
    return session;
  },
  signal: signal ?? new AbortController().signal,
});

const refuse = (data: Problem): ORPCError<string, unknown> => new ORPCError('PROBLEM', { defined: true, data });

/** The first thing the schema objects to, at its field; the words of the schema library stay inside. */
const problemOfInput = (cause: ValidationError): Problem => {
  const issue = cause.issues[0] as { code?: string; path?: readonly PropertyKey[] } | undefined;
  const path = (issue?.path ?? []).map(String).join('.');
  return problem(issue?.code === 'too_big' ? 'too-long' : 'invalid', path === '' ? null : path);
};

/** The one place where something unexpected is caught: the window gets a reference number, the log the kind of error. */
const translate = (error: unknown, path: readonly string[], context: RpcContext): unknown => {
  if (error instanceof Locked) return refuse(problem('locked'));
  if (error instanceof ProblemThrown) return refuse(error.problem);
  if (error instanceof ORPCError && error.code === 'PROBLEM') return error;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return refuse(error.cause instanceof ValidationError ? problemOfInput(error.cause) : problem('invalid'));
  }
  const reference = context.newReference();
  context.log('bug', { reference, procedure: path.join('.'), error: error instanceof Error ? error.name : typeof error });
  return new ORPCError('BUG', { defined: true, data: { reference } });
};

const translated = async function* (events: AsyncIterable<unknown>, path: readonly string[], context: RpcContext): AsyncGenerator<unknown> {
  try {
    yield* events;
  } catch (error) {
    throw translate(error, path, context);
  }
};

type PlainHandler = (call: Call, input: unknown) => Result<unknown, Problem> | Promise<Result<unknown, Problem>>;
type Bindable = {
  handler: (run: (o: { input: unknown; context: RpcContext; signal?: AbortSignal; path: readonly string[] }) => unknown) => unknown;
};

const bind = (bindable: Bindable, handler: PlainHandler): unknown =>
  bindable.handler(async ({ input, context, signal, path }) => {
    const answer = await handler(callFor(context, { slug: path[0] ?? '', signal }), input);
    if (!answer.ok) throw refuse(answer.error);
    const { value } = answer;
    const streams = typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
    return streams ? translated(value as AsyncIterable<unknown>, path, context) : value;
  });

/** The contract bound to the features; tests also call it directly. */
export const createRouter = (handlers: AllHandlers): Record<string, Record<string, unknown>> => {
  const implementer = implement(contract)
    .$context<RpcContext>()
    .use(async ({ next, path, context }) => {
      try {
        return await next();
      } catch (error) {
        throw translate(error, path, context);
      }
    });
  const bindables = implementer as unknown as Record<string, Record<string, Bindable>>;
  const bindableOf = (slug: string, name: string): Bindable => {
    const bindable = bindables[slug]?.[name];
    if (bindable === undefined) throw new Error(`not in the contract: ${slug}.${name}`);
    return bindable;
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([slug, procedures]) => [
      slug,
      Object.fromEntries(
        Object.entries(procedures as Record<string, PlainHandler>).map(([name, handler]) => [name, bind(bindableOf(slug, name), handler)]),
      ),
    ]),
  );
};

/** Serves the contract over any wire: a MessagePort of the shell, a WebSocket of the browser host, a channel of a test. */
export type RpcServer = { serve(wire: Wire): void; openWires(): number };

export const createRpcServer = (context: RpcContext): RpcServer => {
  const handler = new RPCHandler<RpcContext>(createRouter(allHandlers) as never);
  let open = 0;
  return {
    serve: (wire) => {
      open += 1;
      wire.onClose(() => {
        open -= 1;
      });
      void handler.upgrade(guardWire(wire, context.log) as never, { context });
    },
    openWires: () => open,
  };
};
