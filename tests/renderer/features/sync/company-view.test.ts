import { expect, it } from 'vitest';
import { branchChoices, placesOf } from '../../../../renderer/features/sync/company-view.ts';
import type { Company } from '../../../../shared/sync/company.ts';

const person = (personId: string, branchId: string | null, active = true): Company['people'][number] => ({
  personId,
  loginName: personId,
  name: personId,
  role: 'surveyor',
  branchId,
  active,
});

const company: Company = {
  regions: [
    { id: 'south', name: '南区' },
    { id: 'north', name: '北区' },
  ],
  branches: [
    { id: 'b1', regionId: 'south', name: '城东' },
    { id: 'b2', regionId: 'south', name: '城西' },
  ],
  people: [person('p1', 'b1'), person('p2', 'b1', false), person('p3', 'b1'), person('p4', null)],
  devices: [],
};

it('lists branches under their region with who works there now, and a region without a branch by itself', () => {
  expect(placesOf(company).map(({ region, lines, branch, people }) => [region.id, lines, branch?.id ?? null, people])).toEqual([
    ['south', 2, 'b1', 2],
    ['south', 0, 'b2', 0],
    ['north', 1, null, 0],
  ]);
});

it('names the region of a branch only where there are several', () => {
  expect(branchChoices(company).map(({ label }) => label)).toEqual(['南区 / 城东', '南区 / 城西']);
  expect(branchChoices({ ...company, regions: company.regions.slice(0, 1) }).map(({ label }) => label)).toEqual(['城东', '城西']);
});
