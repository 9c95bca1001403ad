import type { SqlDatabase, SqlReads, SqlTx } from './sql.ts';

export type SessionRow = {
  sessionId: string;
  deviceId: string;
  personId: string;
  currentHash: string;
  previousHash: string | null;
  rotatedAt: string;
  previousUsed: number;
  endedAt: string | null;
};

const columns = `session_id AS "sessionId", device_id AS "deviceId", person_id AS "personId", current_hash AS "currentHash",
  previous_hash AS "previousHash", rotated_at AS "rotatedAt", previous_used AS "previousUsed", ended_at AS "endedAt"`;

export const findSession = async (reads: SqlReads, sessionId: string): Promise<SessionRow | undefined> =>
  (await reads.query<SessionRow>(`SELECT ${columns} FROM sessions WHERE session_id = $1`, sessionId))[0];

export type Bearer = Pick<SessionRow, 'deviceId' | 'personId' | 'endedAt'> & { revokedAt: string | null };

/** The session of a token with what became of its device. Asked with every request. */
export const findBearer = async (db: SqlDatabase, sessionId: string): Promise<Bearer | undefined> =>
  (
    await db.look<Bearer>(
      `SELECT s.device_id AS "deviceId", s.person_id AS "personId", s.ended_at AS "endedAt", d.revoked_at AS "revokedAt"
       FROM sessions s LEFT JOIN devices d ON d.device_id = s.device_id WHERE s.session_id = $1`,
      sessionId,
    )
  )[0];

export const lockSession = async (tx: SqlTx, sessionId: string): Promise<SessionRow | undefined> =>
  (await tx.query<SessionRow>(`SELECT ${columns} FROM sessions WHERE session_id = $1 FOR UPDATE`, sessionId))[0];

type NewSession = Pick<SessionRow, 'sessionId' | 'deviceId' | 'personId' | 'currentHash'> & { at: string };

export const addSession = (tx: SqlTx, session: NewSession): Promise<number> =>
  tx.run(
    `INSERT INTO sessions (session_id, device_id, person_id, current_hash, previous_hash, rotated_at, previous_used, ended_at, end_code)
     VALUES ($1, $2, $3, $4, NULL, $5, 0, NULL, NULL)`,
    session.sessionId,
    session.deviceId,
    session.personId,
    session.currentHash,
    session.at,
  );

type Rotated = Pick<SessionRow, 'sessionId' | 'currentHash' | 'previousHash' | 'previousUsed'> & { at: string };

export const rotateSession = (tx: SqlTx, { sessionId, currentHash, previousHash, previousUsed, at }: Rotated): Promise<number> =>
  tx.run(
    'UPDATE sessions SET current_hash = $1, previous_hash = $2, previous_used = $3, rotated_at = $4 WHERE session_id = $5',
    currentHash,
    previousHash,
    previousUsed,
    at,
    sessionId,
  );

type Ending = { at: string; code: string };

export const endSession = (tx: SqlTx, sessionId: string, { at, code }: Ending): Promise<number> =>
  tx.run('UPDATE sessions SET ended_at = $1, end_code = $2 WHERE session_id = $3 AND ended_at IS NULL', at, code, sessionId);

export const endSessionsOfDevice = (tx: SqlTx, deviceId: string, { at, code }: Ending): Promise<number> =>
  tx.run('UPDATE sessions SET ended_at = $1, end_code = $2 WHERE device_id = $3 AND ended_at IS NULL', at, code, deviceId);

export const endSessionsOfPerson = (tx: SqlTx, personId: string, { at, code }: Ending): Promise<number> =>
  tx.run('UPDATE sessions SET ended_at = $1, end_code = $2 WHERE person_id = $3 AND ended_at IS NULL', at, code, personId);

export type Attempts = { key: string; failures: number; waitUntil: string };

/** Locks the counters of these keys, making those that are missing. */
export const lockAttempts = async (tx: SqlTx, keys: readonly string[]): Promise<Attempts[]> => {
  for (const key of keys) {
    await tx.run("INSERT INTO login_attempts (key, failures, wait_until) VALUES ($1, 0, '') ON CONFLICT (key) DO NOTHING", key);
  }
  return tx.query<Attempts>(
    'SELECT key, failures, wait_until AS "waitUntil" FROM login_attempts WHERE key = ANY($1) ORDER BY key FOR UPDATE',
    keys,
  );
};

export const saveAttempts = (tx: SqlTx, { key, failures, waitUntil }: Attempts): Promise<number> =>
  tx.run('UPDATE login_attempts SET failures = $1, wait_until = $2 WHERE key = $3', failures, waitUntil, key);

export const forgetAttempts = (tx: SqlTx, keys: readonly string[]): Promise<number> =>
  tx.run('DELETE FROM login_attempts WHERE key = ANY($1)', keys);
