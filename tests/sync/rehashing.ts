import { sha256 } from '../../hub/core/sha256.ts';
import type { MemoryDatabase } from '../../hub/db/memory.ts';
import type { SqlTx } from '../../hub/db/sql.ts';
import { headMark } from '../../shared/sync/digest.ts';
import { entryHash, firstHash, type Entry } from '../../shared/sync/entry.ts';
import { faultySha256 } from './planted.ts';

/** A hub whose hashes leave out what it derived: two histories look alike. */
export const rehashing = (db: MemoryDatabase): MemoryDatabase => ({
  ...db,
  transaction: (work) =>
    db.transaction(async (tx) => {
      const value = await work(tx);
      await rehash(tx);
      return value;
    }),
});

const rehash = async (tx: SqlTx): Promise<void> => {
  const sha = faultySha256(sha256, { hub: 'hash-skips-derived', device: null });
  const rows = await tx.query<{ caseId: string; ver: number; body: string }>(
    'SELECT case_id AS "caseId", ver, body FROM entries ORDER BY case_id, ver',
  );
  for (const [caseId, list] of Map.groupBy(rows, (row) => row.caseId)) {
    let previous = firstHash;
    for (const { ver, body } of list) {
      const entry = JSON.parse(body) as Entry;
      const hash = entryHash(previous, entry, sha);
      previous = hash;
      if (entry.hash === hash) continue;
      const text = JSON.stringify({ ...entry, hash });
      await tx.run('UPDATE entries SET hash = $1, body = $2 WHERE case_id = $3 AND ver = $4', hash, text, caseId, ver);
    }
    const mark = Number.parseInt(headMark(previous), 16);
    await tx.run('UPDATE case_heads SET hash = $1, mark = $2 WHERE case_id = $3', previous, mark, caseId);
  }
};
