import { problem } from '../../../shared/kernel/problem.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { may } from '../../../shared/people/access.ts';
import { figureRows } from '../../../shared/standards/figure-sheet.ts';
import type { Call, Handlers } from '../handlers.ts';
import type { Parser } from '../imports/parser.ts';
import { listPacks } from '../standards/list-packs.ts';
import { packInForce, packOf } from '../../db/pack-rows.ts';
import { createPackShelf, type PackShelf } from '../standards/pack-shelf.ts';
import { earliestIssue, nextPack, publishPack } from '../standards/publish-pack.ts';
import { mayPublish, readPack } from '../standards/read-pack.ts';
import type { Session } from '../session.ts';
import { isOfCompany, publishForCompany } from './publish-for-company.ts';
import { readSheetsWith, sheetParser } from './sheet-reader.ts';
import { recalculateAll, standardsEffect } from './standards-effect.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Long work ends when its window goes away or the vault locks; what is written stays. */
const whileAskedFor =
  ({ core, session, signal }: Call): (() => boolean) =>
  () =>
    !signal.aborted && core.session() === session;

const desk = (session: Session) => ({
  forCompany: isOfCompany(session.read),
  mayPublish: mayPublish(session).ok,
  // The administrator sees no case: what figures do to cases is tried, and cases are moved, by those who work on them.
  mayMove: may(session.person().role, 'settlement.basis', 'open'),
  earliest: earliestIssue(session.read),
});

/** 发布给全公司: the same checks as alone, then the hub's; the pack comes back with the next sync. */
const publishAtHub = async (call: Call, input: Parameters<typeof publishPack>[1], shelf: PackShelf) => {
  const next = nextPack(call.session, input, shelf);
  if (!next.ok) return next;
  const { pack, list } = next.value;
  const done = await publishForCompany(call, { kind: 'standards-pack', body: pack, base: list.seen });
  return done.ok ? ok({ version: pack.version, published: done.value.version }) : done;
};

const createStandardsHandlers = (parser: Parser): Handlers<'standards'> => {
  const shelf = createPackShelf();
  return {
    list: ({ session }) => ok(listPacks(session)),
    desk: ({ session }) => ok(desk(session)),
    pack: ({ session }, { version }) => {
      const pack = packOf(session.read, version);
      return pack === null ? err(problem('settlement.pack-unknown', 'version', { version })) : ok(pack);
    },
    template: async ({ session }, { language }) => {
      const pack = packInForce(session.read);
      const rows = figureRows(pack.figures, language === 'zh-CN');
      const bytes = await parser.run({ kind: 'write', rows, sheetName: language === 'zh-CN' ? '统计数据' : 'figures' });
      return ok(new File([Uint8Array.from(bytes)], `${pack.id}-${pack.version}.xlsx`, { type: mediaType }));
    },
    read: ({ session }, { file }) => readPack(session, file, { shelf, readSheets: readSheetsWith(parser) }),
    effect: (call, { importId }) => standardsEffect(call.session, { importId, goesOn: whileAskedFor(call) }, shelf),
    publish: (call, input) => (isOfCompany(call.session.read) ? publishAtHub(call, input, shelf) : publishPack(call.session, input, shelf)),
    recalculate: (call) => recalculateAll(call.session, whileAskedFor(call)),
  };
};

export const standardsHandlers = createStandardsHandlers(sheetParser);
