import type { Session } from '../../electron/core/session.ts';
import { today } from '../../electron/core/workflows/today.ts';
import type { Connection } from '../../electron/db/connection.ts';
import { caseCount } from './big-file.ts';
import { against, timed, type Figure } from './figure.ts';

const runs = 60;

/**
 * The whole Today answer (board, counts by basis, silent cases, requests, drafts, told before), against the bare queries over
 * the stored due times: the same 200 lines and how many there are.
 */
export const benchClockBoard = (session: Session, bare: Connection): Figure => {
  const times = { value: [] as number[], floor: [] as number[] };
  const value = (): void => {
    const day = today(session);
    if (!day.ok || day.value.clocks.length < 200 || day.value.openCases < caseCount) throw new Error('the board is not the expected one');
  };
  const until = '2027-01-01T00:00:00.000Z';
  const floor = (): void => {
    const lines = bare.read.all('SELECT * FROM clocks WHERE due_at < ? ORDER BY due_at LIMIT 200', until);
    const count = bare.read.get<{ n: number }>('SELECT count(*) AS n FROM clocks WHERE due_at < ?', until);
    if (lines.length !== 200 || (count?.n ?? 0) < 5_000) throw new Error('the bare board is not the expected one');
  };
  for (let run = 0; run < runs + 5; run += 1) {
    const one = { value: timed(value), floor: timed(floor) };
    if (run < 5) continue;
    times.value.push(one.value);
    times.floor.push(one.floor);
  }
  return against('clock-board', times);
};
