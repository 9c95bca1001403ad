import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const roles = ['surveyor', 'handler', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A profile on this machine. With a hub, people come from the hub instead; hence the scope `device`. */
export const person = defineEntity({
  name: 'person',
  table: 'people',
  scope: 'device',
  fields: {
    name: field.requiredText(200),
    role: field.requiredChoice(roles),
    branch: field.text(200),
    active: field.yesNo(),
  },
  states: null,
});
export type Person = Stored<typeof person>;

/** 解除遮盖: who looked at level-1 data, of whom and why. */
export const unmasking = defineEntity({
  name: 'unmasking',
  table: 'unmaskings',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    field: field.requiredTextFixed(64),
    reason: field.requiredTextFixed(2_000),
  },
  states: null,
});
export type Unmasking = Stored<typeof unmasking>;
