import type { Role } from './model.ts';

/** What a person can do to a case file. Names are those of the use-cases' families. */
export const actions = [
  'case.register',
  'case.edit',
  'case.import',
  'case.close',
  'case.assign',
  'case.move',
  'party.edit',
  'fact.add',
  'contact.record',
  'complaint.handle',
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
  'document.print',
  'quarantine.decide',
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
  'complaint.handle',
  'promise.settle',
  'doctor.record',
  'step.decide',
  'damage.enter',
  'escalation.write',
  'attachment.add',
  'paper.handle',
  'row.void',
  'document.print',
  'level1.reveal',
];

/** What the branch office adds: 理赔员 and 主管. */
const review: readonly Action[] = ['case.close', 'case.assign', 'damage.review', 'settlement.basis', 'offer.make', 'quarantine.decide'];

/** One table: role × action. The administrator sees no case content. Source: product.md, "The people". */
const allowed: Record<Role, readonly Action[]> = {
  surveyor: field,
  handler: [...field, ...review],
  supervisor: [...field, ...review, 'case.move', 'escalation.decide'],
  admin: [],
};

/** What may still be done to a closed case: reopen it and look at it. */
const onClosed: readonly Action[] = [
  'case.close',
  'level1.reveal',
  'contact.record',
  'attachment.add',
  'document.print',
  'quarantine.decide',
];

export const may = (role: Role, action: Action, caseState: 'open' | 'closed'): boolean =>
  allowed[role].includes(action) && (caseState === 'open' || onClosed.includes(action));

/** 标准数据包: who may bring in a new version of the figures. The administrator does, and whoever answers for a branch. */
export const mayPublishStandards = (role: Role): boolean => role !== 'surveyor';
