import { describe, expect, it, onTestFinished } from 'vitest';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import { changesOf } from '../../../../renderer/features/settlement/review/review-changes.ts';
import { storedRows } from '../../../../renderer/features/settlement/review/review-cells.ts';
import { createReviewStore, waitingClashes, type ReviewStore } from '../../../../renderer/features/settlement/review/review-store.ts';
import { openReview } from '../../../support/review.ts';

/** One item that is stored, and as many windows on it as asked for, each with what it read. */
const openWindows = async () => {
  const { session, caseId, partyId } = await openReview(onTestFinished);
  const call = { session } as unknown as Call;
  const read = async () => {
    const file = await allHandlers.cases.open(call, { caseId });
    if (!file.ok) throw new Error(file.error.code);
    return storedRows(file.value, partyId);
  };
  const save = async (store: ReviewStore) => {
    const saved = await allHandlers.damages.saveGrid(call, {
      caseId,
      partyId,
      ...changesOf({ ...store.state(), partyId }),
      reason: '',
      draftKey: null,
    } as never);
    if (!saved.ok) throw new Error(`${saved.error.code} ${saved.error.field ?? ''}`);
    store.clash(saved.value.clashes);
    return saved.value;
  };
  const id = session.ids.next();
  const first = createReviewStore(await read());
  first.apply([{ op: 'insert', index: 0, row: { id, cells: { kind: 'nursing', claimedFen: 300_000, evidence: '医嘱' } } }]);
  expect((await save(first)).saved).toBe(true);
  const stored = await read();
  const cell = async (column: string) => (await read()).rows.find((row) => row.id === id)?.cells[column];
  const type = (store: ReviewStore, column: string, value: string | number) => store.apply([{ op: 'set', rowId: id, column, value }]);
  return { mine: createReviewStore(stored), theirs: createReviewStore(stored), id, read, save, cell, type };
};

const clashAt = (store: ReviewStore, column: string) => {
  const found = store.state().clashes.find(({ field }) => field.endsWith(`.${column}`));
  if (found === undefined) throw new Error(`no clash at ${column}`);
  return found;
};

describe('two windows on the same review', () => {
  it('keep what the other wrote in cells that were not touched here', async () => {
    const { mine, theirs, save, cell, type } = await openWindows();
    type(theirs, 'evidence', '医嘱与护理合同');
    type(mine, 'claimedFen', 280_000);
    expect((await save(theirs)).saved).toBe(true);
    expect((await save(mine)).saved).toBe(true);
    expect([await cell('evidence'), await cell('claimedFen')]).toEqual(['医嘱与护理合同', 280_000]);
  });

  it('decide cell by cell: mine is written over, theirs takes the cell', async () => {
    const { mine, theirs, read, save, cell, type } = await openWindows();
    type(theirs, 'claimedFen', 310_000);
    type(theirs, 'evidence', '护理合同');
    await save(theirs);
    type(mine, 'claimedFen', 280_000);
    type(mine, 'evidence', '出院小结');
    const answer = await save(mine);
    expect(answer.saved).toBe(false);
    expect(answer.clashes.map(({ theirs: other }) => other).toSorted()).toEqual([310_000, '护理合同'].toSorted());
    expect(await cell('claimedFen')).toBe(310_000);
    mine.decide(clashAt(mine, 'claimedFen'), true);
    mine.decide(clashAt(mine, 'evidence'), false);
    expect(waitingClashes(mine.state())).toBe(0);
    mine.stored(await read());
    expect((await save(mine)).saved).toBe(true);
    expect([await cell('claimedFen'), await cell('evidence')]).toEqual([280_000, '护理合同']);
  });

  it('wait while one of two cells of a line is not decided, or the second would be written over unseen', async () => {
    const { mine, theirs, id, save, type } = await openWindows();
    type(theirs, 'evidence', '护理合同');
    await save(theirs);
    type(theirs, 'claimedFen', 310_000);
    await save(theirs);
    type(mine, 'evidence', '出院小结');
    type(mine, 'claimedFen', 280_000);
    await save(mine);
    mine.decide(clashAt(mine, 'claimedFen'), true);
    expect(waitingClashes(mine.state())).toBe(1);
    mine.apply([{ op: 'remove', rowId: id }]);
    expect(waitingClashes(mine.state())).toBe(0);
  });
});
