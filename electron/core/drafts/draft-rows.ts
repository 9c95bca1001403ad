import type { z } from 'zod';
import type { draftSchema } from '../../../shared/drafts/contract.ts';
import type { Reads, WriteDb } from '../../db/handles.ts';

export type Draft = z.infer<typeof draftSchema>;

type Row = { key: string; caseId: string | null; body: string; updatedAt: string };

const columns = 'key, case_id AS caseId, body, updated_at AS updatedAt';

const draftOf = ({ body, ...row }: Row): Draft => ({ ...row, body: JSON.parse(body) as Draft['body'] });

export const findDraft = (db: Reads, key: string): Draft | null => {
  const row = db.get<Row>(`SELECT ${columns} FROM drafts WHERE key = ?`, key);
  return row ? draftOf(row) : null;
};

/** Newest first. */
export const allDrafts = (db: Reads): Draft[] => db.all<Row>(`SELECT ${columns} FROM drafts ORDER BY updated_at DESC, key`).map(draftOf);

export const keepDraft = (db: WriteDb, { key, caseId, body, updatedAt }: Draft): void =>
  void db.run(
    `INSERT INTO drafts (key, case_id, body, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET case_id = excluded.case_id, body = excluded.body, updated_at = excluded.updated_at`,
    key,
    caseId,
    JSON.stringify(body),
    updatedAt,
  );

export const dropDraft = (db: WriteDb, key: string): void => void db.run('DELETE FROM drafts WHERE key = ?', key);
