import { problem } from '../../../shared/kernel/problem.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { figureRows } from '../../../shared/standards/figure-sheet.ts';
import type { Call, Handlers } from '../handlers.ts';
import type { Parser } from '../imports/parser.ts';
import { listPacks } from '../standards/list-packs.ts';
import { packInForce, packOf } from '../standards/pack-rows.ts';
import { createPackShelf } from '../standards/pack-shelf.ts';
import { publishPack } from '../standards/publish-pack.ts';
import { readPack } from '../standards/read-pack.ts';
import { readSheetsWith, sheetParser } from './sheet-reader.ts';
import { recalculateAll, standardsEffect } from './standards-effect.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Long work ends when its window goes away or the vault locks; what is written stays. */
const whileAskedFor =
  ({ core, session, signal }: Call): (() => boolean) =>
  () =>
    !signal.aborted && core.session() === session;

const createStandardsHandlers = (parser: Parser): Handlers<'standards'> => {
  const shelf = createPackShelf();
  return {
    list: ({ session }) => ok(listPacks(session)),
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
    publish: ({ session }, input) => publishPack(session, input, shelf),
    recalculate: (call) => recalculateAll(call.session, whileAskedFor(call)),
  };
};

export const standardsHandlers = createStandardsHandlers(sheetParser);
