import { createHash } from 'node:crypto';
import { fact } from '../../shared/facts/model.ts';
import { statement } from '../../shared/statements/model.ts';
import { unsoundPart } from '../../shared/statements/rules.ts';
import { refuse } from './apply-problem.ts';
import type { Reads } from './handles.ts';
import { findRow } from './rows.ts';

type Row = { entity: string; id: string };

/** SHA-256 as lower-case hex. */
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Refuses to touch a frozen first statement or a fact it names. It stands in `apply-change`, below every use-case, so that the
 * window, the contract and a change made by hand in the journal's format meet the same wall. Source: lessons.md D-2.
 */
export const refuseFrozen = (db: Reads, { entity, id }: Row): void => {
  if (isFrozen(db, { entity, id })) refuse({ code: 'statement-frozen', entity, id });
};

const isFrozen = (db: Reads, { entity, id }: Row): boolean => {
  if (entity === 'statement') return db.get("SELECT 1 FROM statements WHERE id = ? AND state = 'frozen'", id) !== undefined;
  if (entity !== 'fact') return false;
  const named = `SELECT 1 FROM facts f JOIN statements s ON s.case_id = f.case_id AND s.state = 'frozen'
    JOIN json_each(s.facts) one WHERE f.id = ? AND json_extract(one.value, '$.factId') = f.id`;
  return db.get(named, id) !== undefined;
};

/** A statement is frozen once per person, whole, sealed, and about facts that are there. */
export const checkFreezing = (db: Reads, id: string): void => {
  const row = findRow(db, statement, id);
  if (!row) return;
  const at = { entity: 'statement', id };
  if (row.voidReason !== null) refuse({ code: 'statement-unsound', ...at, part: 'void' });
  const twice = "SELECT 1 FROM statements WHERE case_id = ? AND party_id IS ? AND state = 'frozen'";
  if (db.get(twice, row.caseId, row.partyId)) refuse({ code: 'statement-twice', ...at });
  const part = unsoundPart(row, sha256);
  if (part !== null) refuse({ code: 'statement-unsound', ...at, part });
  const party = db.get('SELECT 1 FROM injured_parties WHERE id IS ? AND case_id = ?', row.partyId, row.caseId);
  if (!party) refuse({ code: 'statement-unsound', ...at, part: 'party' });
  for (const { topic, factId } of row.facts ?? []) {
    const said = findRow(db, fact, factId);
    const fits = said && said.caseId === row.caseId && said.partyId === row.partyId && said.topic === topic && said.voidReason === null;
    if (!fits) refuse({ code: 'statement-unsound', ...at, part: 'facts' });
  }
  if ((row.facts ?? []).length === 0) refuse({ code: 'statement-unsound', ...at, part: 'facts' });
};
