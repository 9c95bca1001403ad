import type { UploadMetadata } from '../../shared/sync/attachment-messages.ts';
import { fieldValue, type Json } from '../../shared/sync/case-view.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import { rowsOfEntities } from '../db/case-rows.ts';
import { keptTextsOf } from '../db/quarantine-rows.ts';
import type { SqlReads } from '../db/sql.ts';

/** Rows that name content: photos and scans, and printed papers as they were served. */
const contentEntities: readonly string[] = ['attachment', 'document'];
/** Small pictures are made by the app and stay small. */
const maxThumbnailBytes = 512 * 1024;

/** Content that a line of a case names: of the case itself, or of a change that waits for the handler or was decided by one. */
export type Promised = {
  id: string;
  /** Who wrote the line. */
  personId: string;
  /** Only the handler has it so far; nobody else sees that it is there. */
  waits: boolean;
  entity: string;
  field(name: string): Json;
};

/** All that is promised of a case. Source: SPEC [SY-60], [SY-61]. */
export const promisedIn = async (reads: SqlReads, caseId: string): Promise<Promised[]> => {
  const rows = await rowsOfEntities(reads, [caseId], contentEntities);
  const kept = await keptTextsOf(reads, caseId);
  return [
    ...rows.map(({ row }): Promised => ({
      id: row.id,
      personId: row.made[1],
      waits: false,
      entity: row.entity,
      field: (name) => fieldValue(row, name),
    })),
    ...kept.flatMap(({ personId, changeText }) => promisedBy(personId, JSON.parse(changeText) as WireChange)),
  ];
};

const promisedBy = (personId: string, { ops }: WireChange): Promised[] =>
  ops.flatMap((op) =>
    op.op === 'insert' && contentEntities.includes(op.entity)
      ? [{ id: op.id, personId, waits: true, entity: op.entity, field: (name: string) => (op.fields[name] ?? null) as Json }]
      : [],
  );

export const namesContent = ({ field }: Promised, sha256: string): boolean =>
  field('sha256') === sha256 || field('thumbnailSha256') === sha256;

/** Whether the size and the hash are those the line promised. The size of an original is known exactly, that of a printed paper is not. */
export const isPromised = ({ entity, field }: Promised, { lane, sha256 }: UploadMetadata, bytes: number): boolean => {
  if (lane === 'thumbnail') return field('thumbnailSha256') === sha256 && bytes <= maxThumbnailBytes;
  return field('sha256') === sha256 && (entity !== 'attachment' || field('bytes') === bytes);
};
