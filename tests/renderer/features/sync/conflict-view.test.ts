import { describe, expect, it } from 'vitest';
import type { Clash } from '../../../../shared/sync/contract.ts';
import { thirdFields, waysOut } from '../../../../renderer/features/sync/conflict-view.ts';
import { sectionsFor } from '../../../../renderer/features/sync/sync-view.ts';

const clash = (field: string | null): Clash => ({
  entity: 'case',
  id: 'c',
  field,
  before: null,
  mine: 'a',
  theirs: 'b',
  byName: null,
  at: null,
});

describe('ways out of a change that did not count', () => {
  it('are mine, theirs and a third value for a conflict, in the order of their keys', () => {
    expect(waysOut({ state: 'conflict', choices: ['mine', 'theirs', 'third', 'discard'] })).toEqual(['mine', 'theirs', 'third']);
  });

  it('are sending again, mending or dropping for a refused one', () => {
    expect(waysOut({ state: 'refused', choices: ['mine', 'theirs', 'third', 'discard'] })).toEqual(['mine', 'third', 'discard']);
  });

  it('leave only the list to be cleared while the handler decides, or when the case is gone', () => {
    expect(waysOut({ state: 'quarantined', choices: ['discard'] })).toEqual(['discard']);
    expect(waysOut({ state: 'conflict', choices: ['discard'] })).toEqual(['discard']);
  });

  it('offer a third value for fields alone, not for states and structured values', () => {
    const fields = [clash('plate'), clash(null), clash('scenarios')];
    expect(thirdFields(fields, ({ field }) => field === 'scenarios').map(({ field }) => field)).toEqual(['plate']);
  });
});

describe('the lists of the sync centre', () => {
  const hub = { address: 'https://hub.example', personName: '王理赔', role: 'handler' as const, connectedAt: '2026-11-01T00:00:00.000Z' };

  it('show nothing that needs a hub while the file is alone', () => {
    expect(sectionsFor({ mode: 'alone', hub: null })).toEqual(['changes', 'delivery']);
  });

  it('show what waits for a decision to those who decide', () => {
    expect(sectionsFor({ mode: 'connected', hub })).toContain('inbox');
    expect(sectionsFor({ mode: 'connected', hub: { ...hub, role: 'surveyor' } })).not.toContain('inbox');
  });
});
