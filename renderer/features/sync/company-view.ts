import type { Company } from '../../../shared/sync/company.ts';

export type Colleague = Company['people'][number];
export type CompanyDevice = Company['devices'][number];
export type Region = Company['regions'][number];
export type Branch = Company['branches'][number];

/** What the administrator is about to do, and to whom. A place without a row is new. */
export type CompanyAct =
  | { what: 'add' }
  | { what: 'change'; person: Colleague }
  | { what: 'password'; person: Colleague }
  | { what: 'suspend'; person: Colleague }
  | { what: 'region'; region: Region | null }
  | { what: 'branch'; branch: Branch | null }
  | { what: 'revoke'; device: CompanyDevice; name: string };

/** One line per branch under its region; a region without a branch has a line of its own. */
export type Place = {
  key: string;
  region: Region;
  /** Lines of the region from this one on; none where an earlier line shows it. */ lines: number;
  branch: Branch | null;
  people: number;
};

export const placesOf = ({ regions, branches, people }: Company): Place[] =>
  regions.flatMap((region): Place[] => {
    const own = branches.filter(({ regionId }) => regionId === region.id);
    if (own.length === 0) return [{ key: region.id, region, lines: 1, branch: null, people: 0 }];
    return own.map((branch, at) => ({
      key: branch.id,
      region,
      lines: at === 0 ? own.length : 0,
      branch,
      people: people.filter(({ branchId, active }) => active && branchId === branch.id).length,
    }));
  });

/** Branches to choose from, with their region where there are several. */
export const branchChoices = ({ regions, branches }: Company): { value: string; label: string }[] => {
  const regionName = new Map(regions.map(({ id, name }) => [id, name]));
  return branches.map(({ id, regionId, name }) => ({
    value: id,
    label: regions.length > 1 ? `${regionName.get(regionId) ?? ''} / ${name}` : name,
  }));
};
