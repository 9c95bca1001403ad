import { storedLimitsSchema } from '../../shared/clocks/limits.ts';
import { clockRuleSet, type ClockRuleSet } from '../../shared/clocks/model.ts';
import { standardsPackSchema } from '../../shared/damages/engine/standards-pack.ts';
import type { Ids } from '../../shared/kernel/ports.ts';
import { standardsPack } from '../../shared/standards/model.ts';
import { branchesDocumentSchema, clocksDocumentSchema, peopleDocumentSchema, type PublishedDocument } from '../../shared/sync/published.ts';
import type { ChangeDraft, DraftOperation } from './change-draft.ts';
import type { Reads } from './handles.ts';
import { documentBody } from './published-rows.ts';
import { selectRows } from './rows.ts';

type Row = { id: string; rev: number; name: string; role: string; branch: string | null; active: number };

/** People, clocks and packs of the hub as changes of this machine, so that every screen reads them as it always did. */
export const draftsOfDocuments = (db: Reads, documents: readonly PublishedDocument[], ids: Ids): ChangeDraft[] => {
  const kinds = new Set(documents.map(({ kind }) => kind));
  const drafts: ChangeDraft[] = [];
  if (kinds.has('people') || kinds.has('branches')) drafts.push({ kind: 'take-people', caseId: null, ops: peopleOperations(db) });
  const [clocks, packs] = (['clocks', 'standards-pack'] as const).map((kind) => documents.filter((one) => one.kind === kind));
  drafts.push({ kind: 'take-clocks', caseId: null, ops: clockOperations(db, clocks ?? [], ids) });
  drafts.push({ kind: 'take-standards', caseId: null, ops: packOperations(db, packs ?? [], ids) });
  return drafts.filter(({ ops }) => ops.length > 0);
};

/** Whoever is not in the hub's list cannot work here any more; the rows stay, because cases name them. */
const peopleOperations = (db: Reads): DraftOperation[] => {
  const people = peopleDocumentSchema.safeParse(documentBody(db, 'people'));
  if (!people.success) return [];
  const branches = branchesDocumentSchema.safeParse(documentBody(db, 'branches'));
  const branchById = new Map((branches.success ? branches.data : []).map(({ id, name }) => [id as string, name]));
  const here = new Map(db.all<Row>('SELECT id, rev, name, role, branch, active FROM people').map((row) => [row.id, row]));
  const named = people.data.map(({ id, name, role, branchId, active }) => ({
    id: id as string,
    fields: { name, role, branch: branchId === null ? null : (branchById.get(branchId) ?? null), active },
  }));
  const known = new Set(named.map(({ id }) => id));
  const left = [...here.values()].filter(({ id, active }) => !known.has(id) && active === 1);
  return [
    ...named.flatMap(({ id, fields }) => personOperation(here.get(id), id, fields)),
    ...left.map(({ id, rev }): DraftOperation => ({ op: 'set', entity: 'person', id, seen: rev, fields: { active: false } })),
  ];
};

type Fields = { name: string; role: string; branch: string | null; active: boolean };

const personOperation = (row: Row | undefined, id: string, fields: Fields): DraftOperation[] => {
  if (!row) return [{ op: 'insert', entity: 'person', id, fields }];
  const { name, role, branch } = row;
  const before: Record<string, unknown> = { name, role, branch, active: row.active === 1 };
  const changed = Object.fromEntries(Object.entries(fields).filter(([field, value]) => before[field] !== value));
  return Object.keys(changed).length === 0 ? [] : [{ op: 'set', entity: 'person', id, seen: row.rev, fields: changed }];
};

/**
 * Rules are append-only here as everywhere: each of the hub's sets becomes a version of its own and counts from its publication.
 * A hub that has fallen back sends what is here already; its newest stands last again, over what it has lost.
 */
const clockOperations = (db: Reads, documents: readonly PublishedDocument[], ids: Ids): DraftOperation[] => {
  const here = selectRows(db, clockRuleSet, '1 = 1 ORDER BY version');
  const marks = new Set(here.map((row) => markOf(row)));
  const wanted = documents.map(({ version: publishedVersion, publishedAt: countsFrom, body }) => ({
    ...clocksDocumentSchema.parse(body),
    publishedVersion,
    countsFrom,
  }));
  const [last, lastHere] = [wanted.at(-1), here.at(-1)];
  const behind = last !== undefined && lastHere !== undefined && markOf(last) !== markOf(lastHere);
  const fresh = wanted.filter((one) => !marks.has(markOf(one)) || (behind && one === last));
  const newest = lastHere?.version ?? 1;
  return fresh.map((fields, index): DraftOperation => ({
    op: 'insert',
    entity: 'clockRuleSet',
    id: ids.next(),
    fields: { ...fields, version: newest + 1 + index },
  }));
};

const markOf = ({ publishedVersion, countsFrom, ownerName, reason, limits }: Partial<ClockRuleSet>): string =>
  JSON.stringify([publishedVersion, countsFrom, ownerName, reason, storedLimitsSchema.parse(limits)]);

/** A pack stays for good: cases and calculations name theirs. One that comes again, from a hub that has fallen back, is here already. */
const packOperations = (db: Reads, documents: readonly PublishedDocument[], ids: Ids): DraftOperation[] => {
  if (documents.length === 0) return [];
  const here = new Map(
    selectRows(db, standardsPack, 'published_version IS NOT NULL ORDER BY at, id').map((row) => [row.publishedVersion, row]),
  );
  return documents.flatMap(({ version: publishedVersion, body }): DraftOperation[] => {
    const pack = standardsPackSchema.parse(body);
    if (JSON.stringify(here.get(publishedVersion)?.content) === JSON.stringify(pack)) return [];
    const { id: packId, version, issuedOn } = pack;
    const fields = { packId, version, issuedOn, content: pack, fileName: null, note: null, publishedVersion };
    return [{ op: 'insert', entity: 'standardsPack', id: ids.next(), fields }];
  });
};
