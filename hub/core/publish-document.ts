import type { StandardsPack } from '../../shared/damages/engine/standards-pack.ts';
import { chinaDateOf } from '../../shared/kernel/dates.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { readBody } from '../../shared/sync/document-body.ts';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import type { AuthorityLimits, DocumentKind } from '../../shared/sync/published.ts';
import { documentsAfter, newestDocument } from '../db/document-rows.ts';
import { TakenError, type SqlReads } from '../db/sql.ts';
import { asAdmin } from './admin.ts';
import { publish } from './documents.ts';
import type { Claims, HubPorts } from './ports.ts';

const published: readonly DocumentKind[] = ['authority-limits', 'standards-pack', 'wording-rules', 'clocks'];

type Order = { kind: DocumentKind; body: unknown; base?: number | undefined };
type Published = Result<{ kind: DocumentKind; version: number }, HubProblem>;

/**
 * Publishes the next version of a document; people, branches and regions follow the hub's tables by themselves. Of two who publish
 * at once from the same version the second is refused, and sees the first one's before trying again. Survives a fail-over before
 * it is answered: money is decided by it.
 */
export const publishDocument = async (ports: HubPorts, who: Claims, order: Order): Promise<Published> => {
  const done = await publishing(ports, who, order).catch((error: unknown) =>
    // Both saw the same newest version: asked again, the second one sees the first.
    error instanceof TakenError ? publishing(ports, who, order) : Promise.reject(error),
  );
  if (done.ok) await ports.durability.settled();
  return done;
};

const publishing = (ports: HubPorts, who: Claims, { kind, body, base }: Order): Promise<Published> =>
  asAdmin(ports, who, async (tx, at) => {
    if (!published.includes(kind)) return err(hubProblem('malformed', { field: 'kind' }));
    const read = readBody(kind, body);
    if (!read.ok) return err(hubProblem('malformed', { field: read.error.place, reason: read.error.code }));
    const version = (await newestDocument(tx, kind))?.version ?? 0;
    if (base !== undefined && base !== version) return err(hubProblem('conflict', { field: 'base', version }));
    const flaw =
      kind === 'standards-pack'
        ? await packProblem(tx, read.value as StandardsPack)
        : kind === 'authority-limits'
          ? dayProblem(read.value as AuthorityLimits, chinaDateOf(at))
          : null;
    return flaw ? err(flaw) : ok({ kind, version: await publish(tx, { kind, body: read.value, personId: who.personId, at }) });
  });

/** Limits decide from now on: a day that has passed would say that they had decided before. */
const dayProblem = ({ effectiveOn }: AuthorityLimits, today: string): HubProblem | null =>
  effectiveOn !== undefined && effectiveOn < today ? hubProblem('wrong-state', { field: 'effectiveOn', today }) : null;

/** Cases name a pack by its version, and the latest issued is in force: neither may be used twice or go backwards. */
const packProblem = async (reads: SqlReads, pack: StandardsPack): Promise<HubProblem | null> => {
  const text = JSON.stringify(pack);
  const before = (await documentsAfter(reads, 'standards-pack', 0)).map(({ body }) => ({ body, pack: JSON.parse(body) as StandardsPack }));
  if (before.at(-1)?.body === text) return null;
  if (before.some((one) => one.pack.version === pack.version)) return hubProblem('taken', { field: 'version', version: pack.version });
  const newest =
    before
      .map((one) => one.pack.issuedOn)
      .toSorted()
      .at(-1) ?? '';
  return pack.issuedOn < newest ? hubProblem('wrong-state', { field: 'issuedOn', newest }) : null;
};
