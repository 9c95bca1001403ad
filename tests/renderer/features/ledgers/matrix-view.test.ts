import { expect, it } from 'vitest';
import { cellOf, toldShare } from '../../../../renderer/features/ledgers/matrix-view.ts';
import type { MatrixCase } from '../../../../shared/disclosures/contract.ts';
import type { Topic } from '../../../../shared/wording/model.ts';

const always: Pick<Topic, 'id' | 'when'> = { id: 'coverLimits', when: ['always'] };
const sometimes: Pick<Topic, 'id' | 'when'> = { id: 'oldIllness', when: ['oldIllness'] };
const caseWith = (told: MatrixCase['told']): MatrixCase => ({ caseId: 'c', reportNumber: 'R1', partyNames: [], told });
const telling = (understood: 'yes' | 'no' | 'unclear') => ({ understood, toldAt: '2026-11-20T00:00:00.000Z' });

it('a topic counts as understood only when the answer was yes', () => {
  expect(cellOf(caseWith({ coverLimits: telling('yes') }), always)).toBe('understood');
  expect(cellOf(caseWith({ coverLimits: telling('unclear') }), always)).toBe('told');
  expect(cellOf(caseWith({ coverLimits: telling('no') }), always)).toBe('told');
});

it('what was not said is missing where every case needs it, and left open where only some do', () => {
  expect(cellOf(caseWith({}), always)).toBe('missing');
  expect(cellOf(caseWith({}), sometimes)).toBe('none');
});

it('the share counts the topics that every case needs', () => {
  expect(toldShare(caseWith({ oldIllness: telling('yes') }), [always, sometimes])).toEqual({ told: 0, all: 1 });
  expect(toldShare(caseWith({ coverLimits: telling('no') }), [always, sometimes])).toEqual({ told: 1, all: 1 });
});
