import type { HubProblemCode } from '../../shared/sync/hub-problems.ts';

/** The HTTP status of each problem; devices read the code, proxies and people the status. */
export const statusOf: Readonly<Record<HubProblemCode, number>> = {
  relogin: 401,
  revoked: 401,
  'login.wrong': 401,
  'login.wait': 429,
  'device.other-person': 403,
  forbidden: 403,
  'not-found': 404,
  malformed: 400,
  'too-large': 413,
  'too-many': 429,
  'protocol.too-old': 426,
  'protocol.too-new': 426,
  'wrong-state': 409,
  taken: 409,
  conflict: 409,
  'hub.busy': 503,
  'hub.fault': 500,
};
