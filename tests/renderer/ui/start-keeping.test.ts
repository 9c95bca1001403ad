import { createFormControl, type FieldValues } from 'react-hook-form';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DraftStore, KeptDraft } from '../../../renderer/ui/form/draft-store.ts';
import { startKeeping } from '../../../renderer/ui/form/start-keeping.ts';

beforeEach(() => {
  const deaf = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('window', deaf);
  vi.stubGlobal('document', deaf);
});
afterEach(() => void vi.unstubAllGlobals());

/** A form over a core that answers when the test says so. */
const slowly = (initial: FieldValues) => {
  const methods = createFormControl<FieldValues>({ defaultValues: initial });
  let answer: (draft: KeptDraft | null) => void = () => undefined;
  const read = new Promise<KeptDraft | null>((done) => (answer = done));
  const store: DraftStore = { read: () => read, keep: async () => null, discard: async () => undefined, onFlush: () => () => undefined };
  const form = { methods: methods as never, initial } as never;
  const restored: string[] = [];
  const { stop } = startKeeping({
    form,
    store,
    place: { key: 'contact:1', caseId: null },
    edited: null,
    onRestored: (at) => void restored.push(at),
    onProblem: () => undefined,
  });
  const type = (name: string, value: string) => methods.register(name).onChange({ target: { name, value }, type: 'change' });
  return { methods, answer, type, restored, stop };
};

it('what is typed before the kept draft has been read stands over it, and the rest of the draft comes back', async () => {
  const { methods, answer, type, restored, stop } = slowly({ body: null, place: null });
  await type('body', '正在打的字');
  answer({ body: { body: '上次写的', place: '市一院' }, updatedAt: '2026-11-20T02:00:00.000Z' });
  await vi.waitFor(() => expect(restored).toEqual(['2026-11-20T02:00:00.000Z']));
  expect(methods.getValues()).toEqual({ body: '正在打的字', place: '市一院' });
  stop();
});

it('without a kept draft nothing is touched', async () => {
  const { methods, answer, type, restored, stop } = slowly({ body: null });
  await type('body', '正在打的字');
  answer(null);
  await Promise.resolve();
  expect([methods.getValues(), restored]).toEqual([{ body: '正在打的字' }, []]);
  stop();
});
