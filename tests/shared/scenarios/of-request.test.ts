import { expect, it } from 'vitest';
import { compareScenarios } from '../../../shared/scenarios/compare.ts';
import { movedSince, setOfRequest, waysOfColumns } from '../../../shared/scenarios/of-request.ts';
import { elderlyScenarios } from '../../../shared/scenarios/templates.ts';
import { pack, plainCase } from '../settlement/read-case.ts';

const sets = [{ id: 'one' }, { id: 'two' }];
const way = { way: 'settle-now', amountFen: 1, extraCostFen: null, days: 7, note: '' } as const;

it.each([
  ['the one it was written with', { scenarioSetId: 'one', scenarios: [way] }, 'one'],
  ['none when its ways were typed by hand', { scenarioSetId: null, scenarios: [way] }, null],
  ['the newest when it has no figures of its own', { scenarioSetId: null, scenarios: [] }, 'two'],
  ['none when the set is gone and figures were sent', { scenarioSetId: 'gone', scenarios: [way] }, null],
] as const)('a request rests on %s', (_title, row, id) => {
  expect(setOfRequest(row as never, sets)?.id ?? null).toBe(id);
});

const columnsOf = (medical: number) => {
  const input = plainCase({
    vehicles: [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: { insured: true }, commercial: { limit: 1_000_000 } }],
    victims: [{ id: 'v', age: 78, items: { medical } }],
  });
  const rates = { lostIncomeFen: null, nursingFen: null, nutritionFen: null };
  const compared = compareScenarios({ input, pack, victimId: 'v', ownVehicle: 'car', ...elderlyScenarios(rates) });
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  return compared.columns;
};

it('figures that were taken over say nothing as long as the case stays, and which way moved once it does not', () => {
  const columns = columnsOf(6_000);
  const sent = waysOfColumns(columns, ['', '', '']);
  expect(sent.map(({ amountFen, extraCostFen }) => (amountFen ?? 0) + (extraCostFen ?? 0))).toEqual(
    columns.map(({ costFen }) => costFen.expected),
  );
  expect(movedSince(sent, columns)).toEqual([]);
  const later = columnsOf(7_000);
  expect(movedSince(sent, later).map(({ way: which, sentFen, nowFen }) => [which, nowFen - sentFen])).toEqual([
    ['settle-now', 100_000],
    ['after-appraisal', 100_000],
    ['in-court', 100_000],
  ]);
  expect(movedSince(null, later)).toEqual([]);
});
