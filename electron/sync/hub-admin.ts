import { digestHeader } from '../../shared/sync/messages.ts';
import { hubProblemSchema, type HubProblem } from '../../shared/sync/hub-problems.ts';
import type { NoReply } from './ports.ts';
import { sha256 } from './sha256-text.ts';

/** An answer to the administrator's work; `field` is what the hub objects to. */
export type AdminAnswer = { ok: true; reply: unknown } | { ok: false; code: NoReply; field: string | null; facts: HubProblem['facts'] };

export type AdminRequest = { path: string; /** Null: a question. */ body: unknown; accessToken: string };

/** The administrator's door of the hub. */
export interface HubAdmin {
  call(request: AdminRequest): Promise<AdminAnswer>;
}

const deadlineMs = 30_000;
const cut: AdminAnswer = { ok: false, code: 'cut', field: null, facts: {} };

export const hubAdmin = (address: () => string): HubAdmin => ({
  call: (request) => send(address(), request).catch((): AdminAnswer => ({ ok: false, code: 'offline', field: null, facts: {} })),
});

const send = async (address: string, { path, body, accessToken }: AdminRequest): Promise<AdminAnswer> => {
  const response = await fetch(new URL(path, address), {
    method: body === null ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${accessToken}`, ...(body === null ? {} : { 'content-type': 'application/json' }) },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(deadlineMs),
  });
  const text = await response.text();
  const parsed = parse(text);
  if (response.status >= 400) {
    const problem = hubProblemSchema.safeParse(parsed);
    if (!problem.success) return cut;
    const { code, facts } = problem.data;
    return { ok: false, code, field: typeof facts['field'] === 'string' ? facts['field'] : null, facts };
  }
  const whole = response.headers.get(digestHeader) === sha256(text) && parsed !== undefined;
  return whole ? { ok: true, reply: parsed } : cut;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
