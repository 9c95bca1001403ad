import type { Run } from './run.ts';

/** How many entries the hub's list of a case has. */
export const listLength = async ({ hub }: Run, caseId: string): Promise<number> =>
  (await hub.query<{ n: number }>('SELECT count(*) AS n FROM entries WHERE case_id = $1', caseId))[0]?.n ?? 0;
