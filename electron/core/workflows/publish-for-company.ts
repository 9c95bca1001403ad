import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { readBody } from '../../../shared/sync/document-body.ts';
import type { DocumentKind } from '../../../shared/sync/published.ts';
import { readState } from '../../db/sync-state.ts';
import { documentVersions } from '../../db/published-rows.ts';
import type { Reads } from '../../db/handles.ts';
import type { AdminAnswer } from '../../sync/hub-admin.ts';
import type { Call } from '../handlers.ts';
import { throughHubDoor } from '../hub-door.ts';

/** Whose documents decide here: those of the hub this file belongs to, or one's own. */
export const isOfCompany = (read: Reads): boolean => readState(read, 'hub') !== null;

/** The version of a document that the publisher has before them; one that came but could not be used has been seen, too. */
export const seenVersion = (read: Reads, kind: DocumentKind): number => documentVersions(read)[kind] ?? 0;

type Order = { kind: DocumentKind; body: unknown; base: number };

/**
 * Publishes a document at the hub. Nothing is written here: the document comes back with the next sync, as on every other device.
 * The body is read as any device will read it, so that nothing leaves that could not be used.
 */
export const publishForCompany = async ({ core, session }: Call, order: Order): Promise<Result<{ version: number }, Problem>> => {
  const { kind, body, base } = order;
  const read = readBody(kind, body);
  if (!read.ok) return err(problem('sync.document-flaw', null, { reason: read.error.code, place: read.error.place }));
  const service = core.vault.current()?.sync ?? null;
  const answer = await throughHubDoor(session, service, { path: '/admin/documents', body: { kind, body: read.value, base } });
  if (answer === null) return err(problem('sync.not-connected'));
  if (!answer.ok) return err(problemOf(answer));
  service?.runner.wake('hand');
  return ok({ version: Number((answer.reply as { version?: unknown }).version ?? 0) });
};

const problemOf = ({ code, field, facts }: Extract<AdminAnswer, { ok: false }>): Problem => {
  switch (code) {
    case 'offline':
    case 'cut':
      return problem('sync.offline');
    case 'forbidden':
      return problem('forbidden');
    case 'conflict':
      return problem('sync.newer-published', null, facts);
    case 'taken':
      return problem('standards.version-taken', 'version', facts);
    case 'wrong-state':
      if (field === 'effectiveOn') return problem('limits.day-passed', field, facts);
      return problem('standards.too-early', 'issuedOn', facts);
    case 'malformed':
      return problem('sync.document-flaw', field, { reason: String(facts['reason'] ?? 'shape'), place: field ?? '' });
    default:
      return problem('sync.hub-fault');
  }
};
