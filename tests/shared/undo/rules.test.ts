import { expect, it } from 'vitest';
import type { Operation } from '../../../shared/sync/change.ts';
import { newerOn, restsOn } from '../../../shared/undo/resting.ts';
import { undoProblem } from '../../../shared/undo/rules.ts';

const insert = (entity: string, id: string, fields: Record<string, string> = {}): Operation => ({ op: 'insert', entity, id, fields });
const set = (entity: string, id: string, name: string): Operation => ({
  op: 'set',
  entity,
  id,
  fields: { [name]: { value: 'x', base: { mid: 1 } } },
});
const move = (entity: string, id: string, from: string, to: string): Operation => ({ op: 'transition', entity, id, from, to, facts: {} });

it.each([
  ['record-contact', [insert('contactLog', 'l'), insert('promise', 'p')], null],
  ['edit-party', [set('injuredParty', 'a', 'name')], null],
  ['edit-case', [set('case', 'c', 'plate')], null],
  ['settle-promise', [move('promise', 'p', 'open', 'kept')], null],
  ['void-row', [insert('voiding', 'v', { targetId: 'l' })], null],
  ['record-contact', [insert('promise', 'p'), move('promise', 'p', 'open', 'moved')], null],
  ['settle-promise', [move('promise', 'p', 'open', 'moved')], 'undo.one-way'],
  ['freeze-statement', [insert('statement', 's')], 'undo.decided'],
  ['submit-escalation', [move('escalation', 'e', 'draft', 'submitted')], 'undo.decided'],
  ['decide-escalation', [move('escalation', 'e', 'submitted', 'approved')], 'undo.decided'],
  ['decide-item', [move('damageItem', 'i', 'open', 'decided')], 'undo.decided'],
  ['decide-step', [insert('stepEvent', 's')], 'undo.decided'],
  ['ask-advance', [move('advance', 'a', 'draft', 'asked')], 'undo.decided'],
  ['put-offer', [move('offer', 'o', 'draft', 'put')], 'undo.decided'],
  ['reveal-id-number', [insert('unmasking', 'u')], 'undo.decided'],
  ['register-case', [insert('case', 'c')], 'undo.decided'],
  ['undo-change', [insert('undoing', 'u')], 'undo.decided'],
  ['of-the-future', [insert('hologram', 'h')], 'undo.one-way'],
  ['of-the-future', [insert('unmasking', 'h')], 'undo.decided'],
] as const)('%s with %o is judged %s', (kind, ops, answer) => {
  expect(undoProblem(kind, ops)?.code ?? null).toBe(answer);
});

it.each([
  ['a later row that names it', [insert('disclosure', 'd')], [insert('deduction', 'x', { disclosureId: 'd' })], true],
  [
    'a later list that names it',
    [insert('paper', 'd')],
    [{ op: 'insert', entity: 'paperRequest', id: 'r', fields: { paperIds: ['d'] } }],
    true,
  ],
  ['a later edit of a made row', [insert('fact', 'd')], [set('fact', 'd', 'note')], true],
  ['a later hiding', [set('injuredParty', 'd', 'name')], [insert('voiding', 'v', { targetId: 'd' })], true],
  ['a later value of the same field', [set('injuredParty', 'd', 'name')], [set('injuredParty', 'd', 'name')], true],
  ['a later value of another field', [set('injuredParty', 'd', 'name')], [set('injuredParty', 'd', 'phone')], false],
  ['a later step of the same row', [move('doubt', 'd', 'open', 'answered')], [move('doubt', 'd', 'answered', 'open')], true],
  ['a step of another row', [move('doubt', 'd', 'open', 'answered')], [move('doubt', 'e', 'open', 'answered')], false],
  ['hiding what was hidden', [insert('voiding', 'v', { targetId: 'd' })], [insert('voiding', 'w', { targetId: 'd' })], true],
  ['something else', [insert('fact', 'd')], [insert('fact', 'e')], false],
] as const)('%s: rests on it is answered right', (_name, ops, later, answer) => {
  expect(restsOn({ ops: later as never }, { ops: ops as never })).toBe(answer);
});

it('a newer change that was itself taken back rests on nothing', () => {
  const change = { changeId: 'a', kind: 'add-facts', ops: [insert('fact', 'd')] };
  const later = { changeId: 'b', kind: 'edit', ops: [set('fact', 'd', 'note')] };
  const back = { changeId: 'c', kind: 'undo-change', ops: [set('fact', 'd', 'note')] };
  expect(newerOn(change, [later], new Set())?.changeId).toBe('b');
  expect(newerOn(change, [later, back], new Set(['b']))).toBe(null);
});
