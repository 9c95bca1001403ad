import type { Handlers } from '../handlers.ts';
import { listPapers } from './list-papers.ts';
import { movePapers } from './move-papers.ts';
import { notifyMissing } from './notify-missing.ts';
import { paperBoard } from './paper-board.ts';
import { setNeed } from './set-need.ts';
import { tieAttachment } from './tie-attachment.ts';

export const papersHandlers: Handlers<'papers'> = {
  list: ({ session }, input) => listPapers(session, input),
  notify: ({ session }, input) => notifyMissing(session, input),
  move: ({ session }, input) => movePapers(session, input),
  setNeed: ({ session }, input) => setNeed(session, input),
  tie: ({ session }, input) => tieAttachment(session, input),
  board: ({ session }, input) => paperBoard(session, input),
};
