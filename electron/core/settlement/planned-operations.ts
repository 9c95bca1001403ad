import type { ImportRows, PlannedChange } from '../../../shared/settlement/file/planned-change.ts';
import { counting } from '../../../shared/settlement/file/rows.ts';
import type { DraftOperation, Session } from '../session.ts';

/** The plan was made from rows read in the same breath. */
const sawEverything = Number.MAX_SAFE_INTEGER;

/** Rows that a singleton change goes to: all of them, so that no earlier value shines through. */
const standing = (rows: ImportRows, { entity, party }: PlannedChange): string[] =>
  entity === 'calculationBasis'
    ? counting(rows.bases).map(({ id }) => id)
    : counting(rows.partyBases)
        .filter(({ partyId }) => partyId === party)
        .map(({ id }) => id);

const targetsOf = (rows: ImportRows, change: PlannedChange): string[] => (change.id === null ? standing(rows, change) : [change.id]);

/** Names of people the file brings along become the ids they get here, wherever they stand. */
const renamed = (value: unknown, idOf: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return idOf.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, idOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner, idOf)]));
};

type Plan = { changes: readonly PlannedChange[]; reason: string };

/** The operations of a plan; `reason` stands at what it hides. */
export const plannedOperations = (session: Session, rows: ImportRows, { changes, reason }: Plan): DraftOperation[] => {
  const made = changes.filter(({ entity, action }) => entity === 'injuredParty' && action === 'insert');
  const idOf = new Map(made.map(({ party }) => [party ?? '', session.ids.next()]));
  return changes.flatMap((change): DraftOperation[] => {
    const { action, entity, kind } = change;
    const partyId = change.party === null ? null : (idOf.get(change.party) ?? change.party);
    const fields = renamed(change.fields, idOf) as Record<string, unknown>;
    if (action === 'void') {
      const voided = { targetEntity: entity, targetId: change.id, reason, restores: false };
      return [{ op: 'insert', entity: 'voiding', id: session.ids.next(), fields: voided }];
    }
    if (action === 'set') return targetsOf(rows, change).map((id) => ({ op: 'set', entity, id, seen: sawEverything, fields }));
    if (entity === 'injuredParty') return [{ op: 'insert', entity, id: partyId ?? session.ids.next(), fields }];
    const owner = partyId === null ? {} : { partyId };
    return [{ op: 'insert', entity, id: session.ids.next(), fields: { ...owner, ...(kind === null ? {} : { kind }), ...fields } }];
  });
};
