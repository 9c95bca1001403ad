import type { Role } from './model.ts';

/** What a person can do to a case file. Names are those of the use-cases' families. */
export const actions = [
  'case.register',
  'case.edit',
  'case.import',
  'case.close',
  'case.assign',
  'party.edit',
  'fact.add',
  'contact.record',
  'promise.settle',
  'doctor.record',
  'step.decide',
  'damage.enter',
  'damage.review',
  'settlement.basis',
  'offer.make',
  'escalation.write',
  'escalation.decide',
  'attachment.add',
  'paper.handle',
  'row.void',
  'level1.reveal',
] as const;
export type Action = (typeof actions)[number];

const field: readonly Action[] = [
  'case.register',
  'case.edit',
  'case.import',
  'party.edit',
  'fact.add',
  'contact.record',
  'promise.settle',
  'doctor.record',
  'step.decide',
  'damage.enter',
  'escalation.write',
  'attachment.add',
  'paper.handle',
  'row.void',
  'level1.reveal',
];

/** One table: role × action. The administrator sees no case content. Source: product.md, "The people". */
const allowed: Record<Role, readonly Action[]> = {
  surveyor: field,
  handler: [...field, 'case.close', 'case.assign', 'damage.review', 'settlement.basis', 'offer.make'],
  supervisor: [...field, 'case.close', 'case.assign', 'damage.review', 'settlement.basis', 'offer.make', 'escalation.decide'],
  admin: [],
};

/** What may still be done to a closed case: reopen it and look at it. */
const onClosed: readonly Action[] = ['case.close', 'level1.reveal', 'contact.record', 'attachment.add'];

export const may = (role: Role, action: Action, caseState: 'open' | 'closed'): boolean =>
  allowed[role].includes(action) && (caseState === 'open' || onClosed.includes(action));

/** 标准数据包: who may bring in a new version of the figures. The administrator does, and whoever answers for a branch. */
export const mayPublishStandards = (role: Role): boolean => role !== 'surveyor';
