import { expect, test } from 'vitest';
import { problem } from '../../../shared/kernel/problem.ts';
import { createEdited } from '../../../renderer/ui/form/edited.ts';

type Values = { hospital: string; worries: string };
type Sent = { seen: number; values: Partial<Values> };

const first: Values = { hospital: '市医院', worries: '费用' };

const editing = () => {
  const sent: Sent[] = [];
  const send = async (seen: number, values: Partial<Values>): Promise<null> => {
    sent.push({ seen, values });
    return null;
  };
  return { edited: createEdited<Values>(7, first), sent, send };
};

test('only what was changed is sent, against the state the form began from', async () => {
  const { edited, sent, send } = editing();
  await edited.save({ ...first, worries: '住院多久' }, send);
  expect(sent).toEqual([{ seen: 7, values: { worries: '住院多久' } }]);
});

test('keeping mine answers the one value it replaces and nothing else', async () => {
  const { edited, sent, send } = editing();
  edited.agree('hospital', { value: '省医院', rev: 12 }, true);
  await edited.save({ hospital: '县医院', worries: '住院多久' }, send);
  expect(sent).toEqual([
    { seen: 12, values: { hospital: '县医院' } },
    { seen: 7, values: { worries: '住院多久' } },
  ]);
});

test('taking theirs sends the field no more', async () => {
  const { edited, sent, send } = editing();
  edited.agree('hospital', { value: '省医院', rev: 12 }, false);
  await edited.save({ hospital: '省医院', worries: '住院多久' }, send);
  expect(sent).toEqual([{ seen: 7, values: { worries: '住院多久' } }]);
});

test('a refusal of the first part leaves the rest unsent', async () => {
  const { edited, sent } = editing();
  edited.agree('hospital', { value: '省医院', rev: 12 }, true);
  const refused = await edited.save({ hospital: '县医院', worries: '住院多久' }, async (seen, values) => {
    sent.push({ seen, values });
    return problem('conflict', 'hospital');
  });
  expect(refused?.code).toBe('conflict');
  expect(sent).toHaveLength(1);
});

test('a draft of an older state never takes back what others wrote since', async () => {
  const { edited: old } = editing();
  const draft = old.draftOf({ ...first, worries: '住院多久' });
  expect(draft).toEqual({ worries: '住院多久', $seen: 7 });
  const later: Values = { hospital: '省医院', worries: '费用' };
  const edited = createEdited<Values>(20, later);
  const { sent, send } = editing();
  await edited.save({ ...later, ...edited.restore(draft) }, send);
  expect(sent).toEqual([{ seen: 7, values: { worries: '住院多久' } }]);
});
