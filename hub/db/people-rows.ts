import type { Role } from '../../shared/people/model.ts';
import type { Standing } from '../../shared/people/scope.ts';
import type { Meta } from './meta-rows.ts';
import type { SqlReads, SqlTx } from './sql.ts';

export type PersonRow = {
  personId: string;
  loginName: string;
  name: string;
  role: Role;
  branchId: string | null;
  active: number;
  passwordHash: string;
};

const personColumns = `person_id AS "personId", login_name AS "loginName", name, role, branch_id AS "branchId", active, password_hash AS "passwordHash"`;

export const personByLogin = async (reads: SqlReads, loginName: string): Promise<PersonRow | undefined> =>
  (await reads.query<PersonRow>(`SELECT ${personColumns} FROM people WHERE login_name = $1`, loginName))[0];

export const findPerson = async (reads: SqlReads, personId: string): Promise<PersonRow | undefined> =>
  (await reads.query<PersonRow>(`SELECT ${personColumns} FROM people WHERE person_id = $1`, personId))[0];

export const lockPerson = async (tx: SqlTx, personId: string): Promise<PersonRow | undefined> =>
  (await tx.query<PersonRow>(`SELECT ${personColumns} FROM people WHERE person_id = $1 FOR UPDATE`, personId))[0];

export const listPeople = (reads: SqlReads): Promise<PersonRow[]> =>
  reads.query<PersonRow>(`SELECT ${personColumns} FROM people ORDER BY person_id`);

export const addPerson = (tx: SqlTx, person: PersonRow & { madeAt: string }): Promise<number> =>
  tx.run(
    `INSERT INTO people (person_id, login_name, name, role, branch_id, active, password_hash, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    person.personId,
    person.loginName,
    person.name,
    person.role,
    person.branchId,
    person.active,
    person.passwordHash,
    person.madeAt,
  );

export const savePerson = (tx: SqlTx, person: PersonRow): Promise<number> =>
  tx.run(
    'UPDATE people SET name = $1, role = $2, branch_id = $3, active = $4, password_hash = $5 WHERE person_id = $6',
    person.name,
    person.role,
    person.branchId,
    person.active,
    person.passwordHash,
    person.personId,
  );

/** Where an active person stands now; undefined for one who left. */
export const standingOf = async (reads: SqlReads, personId: string): Promise<Standing | undefined> =>
  (
    await reads.query<Standing>(
      `SELECT p.person_id AS id, p.role, p.branch_id AS "branchId", b.region_id AS "regionId"
       FROM people p LEFT JOIN branches b ON b.branch_id = p.branch_id WHERE p.person_id = $1 AND p.active = 1`,
      personId,
    )
  )[0];

type Asker = { standing: Standing | undefined; meta: Meta };
type AskerRow = { [K in keyof Standing]: Standing[K] | null } & Meta;

/** Where an active person stands now, and which hub this is: every question asks for both, so they are read together. */
export const askerOf = async (reads: SqlReads, personId: string): Promise<Asker> => {
  const [row] = await reads.query<AskerRow>(
    `SELECT p.person_id AS id, p.role, p.branch_id AS "branchId", b.region_id AS "regionId", h.value AS "hubId", e.value AS epoch
     FROM hub_meta h JOIN hub_meta e ON e.key = 'epoch' LEFT JOIN people p ON p.person_id = $1 AND p.active = 1
     LEFT JOIN branches b ON b.branch_id = p.branch_id WHERE h.key = 'hub'`,
    personId,
  );
  if (!row) throw new Error('the hub has no id');
  const { hubId, epoch, id, role, branchId, regionId } = row;
  return { standing: id === null || role === null ? undefined : { id, role, branchId, regionId }, meta: { hubId, epoch } };
};

export type StandingSpan = Standing & { fromAt: string; untilAt: string | null };

/** Where the person stood, and when, by hub time; the last one still runs. */
export const standingSpansOf = (reads: SqlReads, personId: string): Promise<StandingSpan[]> =>
  reads.query<StandingSpan>(
    `SELECT person_id AS id, role, branch_id AS "branchId", region_id AS "regionId", from_at AS "fromAt", until_at AS "untilAt"
     FROM standings WHERE person_id = $1`,
    personId,
  );

/** Ends the span that runs; begins the next unless the person has left. */
export const moveStanding = async (tx: SqlTx, personId: string, { at, next }: { at: string; next: Standing | null }): Promise<void> => {
  await tx.run('UPDATE standings SET until_at = $1 WHERE person_id = $2 AND until_at IS NULL', at, personId);
  if (!next) return;
  await tx.run(
    `INSERT INTO standings (person_id, from_at, until_at, role, branch_id, region_id) VALUES ($1, $2, NULL, $3, $4, $5)
     ON CONFLICT (person_id, from_at) DO UPDATE SET until_at = NULL, role = excluded.role, branch_id = excluded.branch_id,
     region_id = excluded.region_id`,
    personId,
    at,
    next.role,
    next.branchId,
    next.regionId,
  );
};

export type BranchRow = { id: string; regionId: string; name: string };
export type RegionRow = { id: string; name: string };

export const listBranches = (reads: SqlReads): Promise<BranchRow[]> =>
  reads.query<BranchRow>('SELECT branch_id AS id, region_id AS "regionId", name FROM branches ORDER BY branch_id');

export const listRegions = (reads: SqlReads): Promise<RegionRow[]> =>
  reads.query<RegionRow>('SELECT region_id AS id, name FROM regions ORDER BY region_id');

export const saveBranch = (tx: SqlTx, { id, regionId, name }: BranchRow): Promise<number> =>
  tx.run(
    `INSERT INTO branches (branch_id, region_id, name) VALUES ($1, $2, $3)
     ON CONFLICT (branch_id) DO UPDATE SET region_id = excluded.region_id, name = excluded.name`,
    id,
    regionId,
    name,
  );

export const saveRegion = (tx: SqlTx, { id, name }: RegionRow): Promise<number> =>
  tx.run('INSERT INTO regions (region_id, name) VALUES ($1, $2) ON CONFLICT (region_id) DO UPDATE SET name = excluded.name', id, name);

export const surveyorsAmong = async (reads: SqlReads, personIds: readonly string[]): Promise<Set<string>> =>
  personIds.length === 0
    ? new Set()
    : new Set(
        (
          await reads.query<{ id: string }>(
            "SELECT person_id AS id FROM people WHERE person_id = ANY($1) AND role = 'surveyor' AND active = 1",
            personIds,
          )
        ).map(({ id }) => id),
      );
