import type { Call, Handlers } from '../handlers.ts';
import { badRowsFile } from './bad-rows-file.ts';
import { loadDemo } from './load-demo.ts';
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

const createImportsHandlers = (ports: ImportPorts): Handlers<'imports'> => ({
  read: ({ session }, input) => readList(session, input.file, ports),
  remap: ({ session }, input) => remapList(session, input, ports),
  take: (call, input) => takeList(call.session, { ...input, goesOn: whileAskedFor(call) }, ports),
  badRows: ({ session }, input) => badRowsFile(session, input, ports),
  demo: (call) => loadDemo(call.session, whileAskedFor(call)),
});

export const importsHandlers = createImportsHandlers({
  shelf: createShelf(),
  parser: { run: (job) => threadParser(findParseWorker()).run(job) },
});
