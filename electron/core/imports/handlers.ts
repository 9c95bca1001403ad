import type { Call, Handlers } from '../handlers.ts';
import { badRowsFile } from './bad-rows-file.ts';
import { loadDemo, type DemoOffer } from './load-demo.ts';
import { findParseWorker, threadParser } from './parser.ts';
import { readList, type ImportPorts } from './read-list.ts';
import { remapList } from './remap-list.ts';
import { createShelf } from './shelf.ts';
import { takeList } from './take-list.ts';

/** A long write ends when its window goes away or the vault locks; what is written stays. */
const whileAskedFor =
  ({ core, session, signal }: Call): (() => boolean) =>
  () =>
    !signal.aborted && core.session() === session;

const handlersOver = (ports: ImportPorts, demoOffer: DemoOffer): Handlers<'imports'> => ({
  read: ({ session }, input) => readList(session, input.file, ports),
  remap: ({ session }, input) => remapList(session, input, ports),
  take: (call, input) => takeList(call.session, { ...input, goesOn: whileAskedFor(call) }, ports),
  badRows: ({ session }, input) => badRowsFile(session, input, ports),
  demo: (call) => loadDemo(call.session, { goesOn: whileAskedFor(call), demoOffer }),
});

export const createImportsHandlers = (demoOffer: DemoOffer): Handlers<'imports'> =>
  handlersOver({ shelf: createShelf(), parser: { run: (job) => threadParser(findParseWorker()).run(job) } }, demoOffer);
