import { describe, expect, it, onTestFinished } from 'vitest';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import { emptyScenarios } from '../../../../shared/scenarios/templates.ts';
import { openReview } from '../../../support/review.ts';

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  const call = { session } as unknown as Call;
  const save = (values: object, setId: string | null = null) =>
    allHandlers.scenarios.save(call, { caseId, setId, seen: 1e9, values } as never);
  const open = async () => {
    const result = await allHandlers.scenarios.open(call, { caseId, partyId });
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  return { ...test, call, save, open };
};

describe('sets of scenarios', () => {
  it('are kept per person, several of them, and changed', async () => {
    const { partyId, save, open } = await setUp();
    const first = await save({ partyId, name: '一', ...emptyScenarios() });
    await save({ partyId, name: '二', template: 'elderly', ...emptyScenarios() });
    if (!first.ok) throw new Error(first.error.code);
    await save({ name: '改' }, first.value.id);
    const { sets } = await open();
    expect(sets.map(({ name, template }) => [name, template])).toEqual([
      ['改', null],
      ['二', 'elderly'],
    ]);
    expect(sets[0]?.scenarios).toEqual(emptyScenarios().scenarios);
  });

  it('come with the case as the engine reads it, and with the pack', async () => {
    const { partyId, open } = await setUp();
    const file = await open();
    expect(file.input.victims.map(({ id }) => id)).toContain(partyId);
    expect(file.pack.figures.length).toBeGreaterThan(0);
  });

  it('are refused when the chances do not make up the whole, when empty, and for a person of another case', async () => {
    const { partyId, save } = await setUp();
    const { rates, scenarios } = emptyScenarios();
    const half = scenarios.map((one) => ({ ...one, outcomes: one.outcomes.map((outcome) => ({ ...outcome, chance: 50 })) }));
    expect(await save({ partyId, name: 'x', rates, scenarios: half })).toMatchObject({ ok: false, error: { code: 'scenario.chances' } });
    expect(await save({ partyId, name: 'x', rates, scenarios: [] })).toMatchObject({ ok: false, error: { code: 'scenario.empty' } });
    expect(await save({ partyId: '0190f000-0000-7000-8000-000000000000', name: 'x', rates, scenarios })).toMatchObject({ ok: false });
    expect(await save({ name: 'x' }, 'nothing')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('cannot be kept in a closed case', async () => {
    const { call, caseId, partyId, save } = await setUp();
    expect(await allHandlers.cases.close(call, { caseId, reason: '付清' })).toMatchObject({ ok: true });
    expect((await save({ partyId, name: 'x', ...emptyScenarios() })).ok).toBe(false);
  });
});
