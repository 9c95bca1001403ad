import { standardsPackSchema, type StandardsPack } from '../../../shared/damages/engine/standards-pack.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { standardsPack } from '../../../shared/standards/model.ts';
import { nextVersion } from '../../../shared/standards/new-version.ts';
import type { Reads } from '../../db/handles.ts';
import { keptPacks } from '../../db/pack-rows.ts';
import type { Session } from '../session.ts';
import type { PackShelf, ReadPack } from './pack-shelf.ts';
import { mayPublish } from './read-pack.ts';

type Input = { importId: string; version: string; issuedOn: string; note: string };

/** The earliest day a next version may be issued on: the latest issued is in force, so an earlier one would never count. */
export const earliestIssue = (db: Reads): string => keptPacks(db).at(-1)?.pack.issuedOn ?? '';

/** The pack that a list that was read makes, with everything that speaks against publishing it. */
export const nextPack = (session: Session, input: Input, shelf: PackShelf): Result<{ pack: StandardsPack; list: ReadPack }, Problem> => {
  const right = mayPublish(session);
  if (!right.ok) return right;
  const list = shelf.find(session, input.importId);
  if (!list) return err(problem('standards.expired', 'importId'));
  if (list.bad.length > 0) return err(problem('standards.bad-rows', 'importId', { count: list.bad.length, line: list.bad[0]?.line ?? 0 }));
  if (list.changes.every(({ change }) => change === 'same')) return err(problem('standards.nothing-new', 'importId'));
  const version = tidyText(input.version);
  if (version === '') return err(problem('required', 'version'));
  if (keptPacks(session.read).some(({ pack }) => pack.version === version)) {
    return err(problem('standards.version-taken', 'version', { version }));
  }
  const newest = earliestIssue(session.read);
  if (input.issuedOn < newest) return err(problem('standards.too-early', 'issuedOn', { newest }));
  return ok({ pack: standardsPackSchema.parse(nextVersion(list.base, list.changes, { version, issuedOn: input.issuedOn })), list });
};

/** 发布标准数据包: a list that was read becomes the next version. Earlier versions stay, and cases keep the one they name. */
export const publishPack = (session: Session, input: Input, shelf: PackShelf): Result<{ version: string; published: null }, Problem> => {
  const next = nextPack(session, input, shelf);
  if (!next.ok) return next;
  const { pack, list } = next.value;
  const note = tidyText(input.note);
  const fields = {
    packId: pack.id,
    version: pack.version,
    issuedOn: pack.issuedOn,
    content: pack,
    fileName: list.fileName,
    note: note === '' ? null : note,
    publishedVersion: null,
  };
  const done = session.commit({
    kind: 'publish-standards',
    caseId: null,
    ops: [{ op: 'insert', entity: standardsPack.name, id: session.ids.next(), fields }],
  });
  return done.ok ? ok({ version: pack.version, published: null }) : done;
};
