import { openAfterDecision, reviewFields } from '../damages/rules.ts';
import type { Operation } from '../sync/change.ts';
import type { EntityName } from '../sync/entities.ts';
import type { Action } from './access.ts';

type CaseEntityName = Exclude<EntityName, 'person' | 'clockRuleSet' | 'standardsPack'>;

type Rights = {
  insert: Action;
  set?: Action;
  /** For every move that `moves` does not name. */
  move?: Action;
  /** By the state moved to. */
  moves?: Readonly<Record<string, Action>>;
  /** Fields that need another right, when they are set or inserted with a value. */
  fields?: Readonly<Record<string, Action>>;
  /** Fields that need another right, when they are set. */
  setFields?: Readonly<Record<string, Action>>;
  /** States of the row in which its values may be set; absent: in all. */
  editableIn?: readonly string[];
  /** States in which the row may be hidden; absent: in all. */
  hideableIn?: readonly string[];
  /** Fields that may be set in every state. */
  alwaysEditable?: readonly string[];
  /** Evidence of what was done or seen: never hidden. */
  evidence?: true;
};

const decide = 'escalation.decide';

/**
 * One table: entity × operation × transition → action. A change needs the rights of all its operations; its kind gives none.
 * An entity without a line here does not compile. Source: SPEC [SY-16].
 */
const rightsByEntity: Readonly<Record<CaseEntityName, Rights>> = {
  case: {
    insert: 'case.register',
    set: 'case.edit',
    move: 'case.close',
    setFields: { ownerName: 'case.assign', branch: 'case.assign' },
    evidence: true,
  },
  assignment: { insert: 'case.assign', evidence: true },
  injuredParty: { insert: 'party.edit', set: 'party.edit' },
  contactLog: { insert: 'contact.record' },
  question: { insert: 'contact.record', set: 'contact.record' },
  disclosure: { insert: 'contact.record' },
  promise: { insert: 'contact.record', move: 'promise.settle' },
  fact: { insert: 'fact.add' },
  statement: { insert: 'fact.add', move: 'fact.add', evidence: true },
  drift: { insert: 'fact.add', set: 'fact.add', move: 'fact.add' },
  diagnosis: { insert: 'doctor.record' },
  treatmentEstimate: { insert: 'doctor.record' },
  doubt: { insert: 'doctor.record', set: 'doctor.record', move: 'doctor.record' },
  injuryMark: { insert: 'doctor.record' },
  treatmentEvent: { insert: 'doctor.record', set: 'doctor.record' },
  damageItem: {
    insert: 'damage.enter',
    set: 'damage.enter',
    move: 'damage.review',
    fields: Object.fromEntries(reviewFields.map((name) => [name, 'damage.review'])),
    editableIn: ['open'],
    alwaysEditable: openAfterDecision,
  },
  deduction: { insert: 'damage.review', set: 'damage.review' },
  calculationBasis: { insert: 'settlement.basis', set: 'settlement.basis' },
  partyBasis: { insert: 'settlement.basis', set: 'settlement.basis' },
  bill: { insert: 'damage.enter', set: 'damage.enter', fields: { allowed: 'damage.review' } },
  calculation: { insert: 'settlement.basis', evidence: true },
  offer: { insert: 'offer.make', move: 'offer.make', hideableIn: ['draft', 'submitted', 'approved'] },
  offerAcceptance: { insert: 'offer.make', evidence: true },
  negotiation: { insert: 'contact.record' },
  payment: { insert: 'offer.make' },
  satisfaction: { insert: 'contact.record', move: 'contact.record' },
  complaint: { insert: 'complaint.handle', set: 'complaint.handle', move: 'complaint.handle' },
  determination: { insert: 'offer.make', move: 'offer.make', hideableIn: ['decided'] },
  scenarioSet: { insert: 'escalation.write', set: 'escalation.write' },
  escalation: {
    insert: 'escalation.write',
    set: 'escalation.write',
    move: 'escalation.write',
    moves: { approved: decide, 'approved-less': decide, returned: decide, refused: decide },
    editableIn: ['draft', 'returned'],
    hideableIn: ['draft', 'returned'],
  },
  escalationRemark: { insert: 'escalation.write' },
  stepEvent: { insert: 'step.decide', evidence: true },
  paper: { insert: 'paper.handle', set: 'paper.handle', move: 'paper.handle' },
  paperRequest: { insert: 'paper.handle' },
  document: { insert: 'document.print', evidence: true },
  attachment: { insert: 'attachment.add', set: 'attachment.add' },
  advance: {
    insert: 'escalation.write',
    set: 'escalation.write',
    move: 'escalation.write',
    moves: { approved: decide, 'not-yet': decide },
    editableIn: ['draft', 'not-yet'],
    hideableIn: ['draft', 'not-yet'],
  },
  mediationRound: { insert: 'contact.record' },
  unmasking: { insert: 'level1.reveal', evidence: true },
  undoing: { insert: 'row.void', evidence: true },
  resolution: { insert: 'contact.record', evidence: true },
  voiding: { insert: 'row.void', evidence: true },
};

const rightsOf = (entity: string): Rights | undefined =>
  Object.hasOwn(rightsByEntity, entity) ? rightsByEntity[entity as CaseEntityName] : undefined;

/** The actions one operation needs; null when this version has no rule for it. */
export const actionsOf = (operation: Operation): Action[] | null => {
  const rights = rightsOf(operation.entity);
  if (!rights) return null;
  if (operation.op === 'transition') {
    const action = rights.moves?.[operation.to] ?? rights.move;
    return action ? [action] : null;
  }
  const own = rights[operation.op];
  if (!own) return null;
  return [own, ...fieldActions(rights, operation)];
};

const fieldActions = ({ fields = {}, setFields = {} }: Rights, operation: Exclude<Operation, { op: 'transition' }>): Action[] => {
  if (operation.op === 'set') return Object.keys(operation.fields).flatMap((name) => fields[name] ?? setFields[name] ?? []);
  // A new row that says nothing, or an uncontested yes, decides nothing yet.
  return Object.entries(operation.fields).flatMap(([name, value]) => (value === null || value === true ? [] : (fields[name] ?? [])));
};

/** Whether the values of a row may be set in its state. */
export const canSetIn = (entity: string, state: string | null, names: readonly string[]): boolean => {
  const { editableIn, alwaysEditable = [] } = rightsOf(entity) ?? {};
  return editableIn === undefined || (state !== null && editableIn.includes(state)) || names.every((name) => alwaysEditable.includes(name));
};

/** Whether a row may be hidden: evidence stays, and what others have decided on or answered stays. */
export const canHide = (entity: string, state: string | null): boolean => {
  const rights = rightsOf(entity);
  if (!rights || rights.evidence) return false;
  return rights.hideableIn === undefined || (state !== null && rights.hideableIn.includes(state));
};
