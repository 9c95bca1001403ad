import { standardsPackSchema } from '../../../shared/damages/engine/standards-pack.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { standardsPack } from '../../../shared/standards/model.ts';
import { nextVersion } from '../../../shared/standards/new-version.ts';
import type { Session } from '../session.ts';
import { keptPacks } from './pack-rows.ts';
import type { PackShelf } from './pack-shelf.ts';
import { mayPublish } from './read-pack.ts';

type Input = { importId: string; version: string; issuedOn: string; note: string };

/** 发布标准数据包: a list that was read becomes the next version. Earlier versions stay, and cases keep the one they name. */
export const publishPack = (session: Session, input: Input, shelf: PackShelf): Result<{ version: string }, Problem> => {
  const right = mayPublish(session);
  if (!right.ok) return right;
  const list = shelf.find(session, input.importId);
  if (!list) return err(problem('standards.expired', 'importId'));
  if (list.bad.length > 0) return err(problem('standards.bad-rows', 'importId', { count: list.bad.length, line: list.bad[0]?.line ?? 0 }));
  if (list.changes.every(({ change }) => change === 'same')) return err(problem('standards.nothing-new', 'importId'));
  const version = tidyText(input.version);
  if (version === '') return err(problem('required', 'version'));
  const packs = keptPacks(session.read);
  if (packs.some(({ pack }) => pack.version === version)) return err(problem('standards.version-taken', 'version', { version }));
  const newest = packs.at(-1)?.pack.issuedOn ?? '';
  if (input.issuedOn < newest) return err(problem('invalid', 'issuedOn', { newest }));
  const pack = standardsPackSchema.parse(nextVersion(list.base, list.changes, { version, issuedOn: input.issuedOn }));
  const note = tidyText(input.note);
  const fields = {
    packId: pack.id,
    version,
    issuedOn: input.issuedOn,
    content: pack,
    fileName: list.fileName,
    note: note === '' ? null : note,
  };
  const done = session.commit({
    kind: 'publish-standards',
    caseId: null,
    ops: [{ op: 'insert', entity: standardsPack.name, id: session.ids.next(), fields }],
  });
  return done.ok ? ok({ version }) : done;
};
