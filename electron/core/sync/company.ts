import type { z } from 'zod';
import { problem, type Problem, type ProblemCode } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import {
  companySchema,
  type branchEditSchema,
  type colleagueEditSchema,
  type colleagueSchema,
  type Company,
  type regionEditSchema,
} from '../../../shared/sync/company.ts';
import type { NoReply } from '../../sync/ports.ts';
import { throughHubDoor } from '../hub-door.ts';
import type { Session } from '../session.ts';
import type { SyncService } from '../sync-service.ts';

type Request = { path: string; body: unknown };

const codeOf: Partial<Record<NoReply, ProblemCode>> = {
  offline: 'sync.offline',
  cut: 'sync.offline',
  forbidden: 'forbidden',
  malformed: 'invalid',
  taken: 'sync.login-name-taken',
  'not-found': 'not-found',
  'wrong-state': 'sync.own-account',
};

const call = async (session: Session, service: SyncService, request: Request): Promise<Result<unknown, Problem>> => {
  const answer = await throughHubDoor(session, service, request);
  if (answer === null) return err(problem('sync.not-connected'));
  return answer.ok ? ok(answer.reply) : err(problem(codeOf[answer.code] ?? 'sync.hub-fault', answer.field));
};

/** 公司: people and devices as the hub has them. */
export const readCompany = async (session: Session, service: SyncService): Promise<Result<Company, Problem>> => {
  const reply = await call(session, service, { path: '/admin/company', body: null });
  if (!reply.ok) return reply;
  const parsed = companySchema.safeParse(reply.value);
  return parsed.success ? ok(parsed.data) : err(problem('sync.hub-fault'));
};

const done = async (asked: Promise<Result<unknown, Problem>>): Promise<Result<void, Problem>> => {
  const reply = await asked;
  return reply.ok ? ok(undefined) : reply;
};

export const addColleague = (session: Session, service: SyncService, body: z.infer<typeof colleagueSchema>) =>
  done(call(session, service, { path: '/admin/people/add', body }));

export const changeColleague = (session: Session, service: SyncService, body: z.infer<typeof colleagueEditSchema>) =>
  done(call(session, service, { path: '/admin/people/change', body }));

export const keepRegion = (session: Session, service: SyncService, { id, name }: z.infer<typeof regionEditSchema>) =>
  done(call(session, service, { path: '/admin/regions', body: { id: id ?? session.ids.next(), name } }));

export const keepBranch = (session: Session, service: SyncService, { id, ...rest }: z.infer<typeof branchEditSchema>) =>
  done(call(session, service, { path: '/admin/branches', body: { id: id ?? session.ids.next(), ...rest } }));

export const revokeDevice = (session: Session, service: SyncService, body: { deviceId: string }) =>
  done(call(session, service, { path: '/admin/devices/revoke', body }));
