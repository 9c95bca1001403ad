import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../shared/kernel/problem.ts';
import { createDraftKeeper } from '../../../renderer/ui/form/draft-keeper.ts';
import type { DraftStore, NotKept } from '../../../renderer/ui/form/draft-store.ts';

const createStore = (answer: NotKept | null = null) => {
  const kept = new Map<string, unknown>();
  let writes = 0;
  const store: DraftStore = {
    read: async () => null,
    keep: async (key, _caseId, body) => {
      writes += 1;
      if (answer === null) kept.set(key, body);
      return answer;
    },
    discard: async (key) => void kept.delete(key),
    onFlush: () => () => undefined,
  };
  return { store, kept, writes: () => writes };
};

const keeperOf = (store: DraftStore, values: () => unknown, onProblem: (one: NotKept | null) => void = () => undefined) =>
  createDraftKeeper({ store, key: 'contact:1', caseId: null, values, onProblem });

describe('keeping a half-written form', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes within 800 ms even while the person keeps typing', async () => {
    const { store, kept } = createStore();
    let text = '';
    const keeper = keeperOf(store, () => ({ text }));
    for (let i = 0; i < 8; i += 1) {
      text += 'x';
      keeper.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept.get('contact:1')).toEqual({ text: 'xxxxxx' });
  });

  it('writes at once when the app is about to lock', async () => {
    const { store, kept } = createStore();
    const keeper = keeperOf(store, () => ({ text: '半句话' }));
    keeper.touch();
    await keeper.flush();
    expect(kept.get('contact:1')).toEqual({ text: '半句话' });
  });

  it('writes nothing for a form nobody touched', async () => {
    const { store, writes } = createStore();
    await keeperOf(store, () => ({})).flush();
    expect(writes()).toBe(0);
  });

  it('does not bring a saved form back with a late write', async () => {
    const { store, kept } = createStore();
    const keeper = keeperOf(store, () => ({ text: 'saved' }));
    keeper.touch();
    await keeper.drop();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept.size).toBe(0);
  });

  it('has nothing under way when a saved form closes, so that its text is not found by the next one', async () => {
    const { store, kept, writes } = createStore();
    const keeper = keeperOf(store, () => ({ text: 'saved' }));
    keeper.touch();
    await keeper.hold();
    expect(kept.get('contact:1')).toEqual({ text: 'saved' });
    // The core drops the draft with the change, and the closing form is left a last time.
    kept.delete('contact:1');
    keeper.touch();
    await keeper.flush();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([kept.size, writes()]).toEqual([0, 1]);
    await keeper.drop();
    keeper.goOn();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(writes()).toBe(1);
  });

  it('writes down what was typed while saving, when it was refused', async () => {
    const { store, kept } = createStore();
    let text = 'first';
    const keeper = keeperOf(store, () => ({ text }));
    keeper.touch();
    await keeper.hold();
    text = 'second';
    keeper.touch();
    keeper.goOn();
    await vi.advanceTimersByTimeAsync(800);
    expect(kept.get('contact:1')).toEqual({ text: 'second' });
  });

  it('tells when the disk is full, so that the form can say that the text is only on the screen', async () => {
    const told: (NotKept | null)[] = [];
    const full = problem('fault.full');
    const keeper = keeperOf(
      createStore(full).store,
      () => ({}),
      (one) => told.push(one),
    );
    keeper.touch();
    await keeper.flush();
    expect(told).toEqual([full]);
  });
});
