import { addMinutes, ageOn, chinaDateOf, chinaInstant } from '../../../shared/kernel/dates.ts';
import { inOrder, insuranceYears, keyed, tortYears, warnDays, yearsAfter, type CaseWarning } from '../../../shared/clocks/warnings.ts';
import type { StandardsPack } from '../../../shared/damages/engine/standards-pack.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { timingWarnings } from '../../../shared/settlement/timing.ts';
import { dismissedBy } from '../clocks/dismiss-warning.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { packInForce } from '../../db/pack-rows.ts';
import type { Scope } from './today-rows.ts';
import { accidentsBetween, agreedBetween, basesOfOpen, bornBetween, type BasisRow, type LapseRow } from './warning-rows.ts';

type Around = { session: Session; scope: Scope; today: string; pack: Pick<StandardsPack, 'version' | 'issuedOn'> };

const day = 1_440;
/** How long a lapsed claim is still spoken of: after that it is no news any more. */
const spokenOfDays = 30;
/** Birthdays further off than this are nobody's concern today, whatever a case expects. */
const farthestDays = 366;

const later = (on: string, days: number): string => chinaDateOf(addMinutes(chinaInstant(on, '00:00'), days * day));

/** 提醒: what time changes in the cases one sees, without what this person has put away. */
export const warnings = (session: Session) => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const around: Around = { session, scope: scope.value, today: chinaDateOf(session.clock.now().at), pack: packInForce(session.read) };
  const bases = overlaid(basesOfOpen(session.read, scope.value));
  const all = [...ofPack(around), ...bases.flatMap((basis) => ofBasis(around, basis)), ...ofAges(around, bases), ...ofLimitation(around)];
  const away = dismissedBy(session.read, session.person().id);
  const shown = all.filter(({ key }) => !away.has(key));
  return ok({ warnings: inOrder(shown).slice(0, 200), count: shown.length, dismissed: all.length - shown.length });
};

const overlaid = (rows: readonly BasisRow[]): BasisRow[] =>
  [...Map.groupBy(rows, ({ caseId }) => caseId).values()].map((own) => {
    const last = <Name extends keyof BasisRow>(name: Name): BasisRow[Name] | null =>
      own.map((row) => row[name]).findLast((value) => value !== null) ?? null;
    const [first] = own as [BasisRow];
    const dates = { debateEndedOn: last('debateEndedOn'), expectedOn: last('expectedOn'), settledOn: last('settledOn') };
    return { ...first, ...dates, year: last('year'), packVersion: last('packVersion') };
  });

/** The list in force itself is a year old. */
const ofPack = ({ today, pack: { issuedOn } }: Around): CaseWarning[] => {
  const timing = { today, expectedOn: today, packIssuedOn: issuedOn, statisticsYear: undefined, bornOn: undefined };
  return timingWarnings(timing).flatMap((one) =>
    one.code === 'timing.pack-out-of-date' ? [keyed({ code: 'pack-out-of-date', issuedOn, months: one.months })] : [],
  );
};

const subjectOf = ({ caseId, partyId, reportNumber, who }: BasisRow | LapseRow) => ({ caseId, partyId, reportNumber, who });

/** A case under an older pack than the one in force, or with figures of a year that will not be the last one when it ends. */
const ofBasis = ({ today, pack: { version: inForce } }: Around, row: BasisRow): CaseWarning[] => {
  const expectedOn = row.expectedOn ?? row.settledOn;
  const statisticsYear = row.debateEndedOn === null ? (row.year ?? undefined) : undefined;
  const timing = { today, expectedOn: expectedOn ?? today, packIssuedOn: today, statisticsYear, bornOn: undefined };
  const year = timingWarnings(timing).flatMap((one) =>
    one.code === 'timing.statistics-year-changes'
      ? [keyed({ code: 'statistics-year', ...subjectOf(row), usedYear: one.usedYear, thenYear: one.thenYear, expectedOn })]
      : [],
  );
  const newer = row.packVersion !== null && row.packVersion !== inForce;
  return newer ? [...year, keyed({ code: 'pack-newer', ...subjectOf(row), used: row.packVersion ?? '', inForce })] : year;
};

/** Sixty or seventy-five before the case is expected to end; without such a day, within the usual notice. */
const ofAges = ({ session, scope, today }: Around, bases: readonly BasisRow[]): CaseWarning[] => {
  const expectedById = new Map(bases.map(({ caseId, expectedOn, settledOn }) => [caseId, expectedOn ?? settledOn]));
  return ([60, 75] as const).flatMap((age) => {
    const span = { after: yearsAfter(today, -age), until: yearsAfter(later(today, farthestDays), -age) };
    return bornBetween(session.read, scope, span).flatMap(({ bornOn, ...row }) => {
      const expected = expectedById.get(row.caseId) ?? null;
      const until = expected !== null && expected > today ? expected : later(today, warnDays);
      return ageOn(bornOn, until) >= age ? [keyed({ code: 'age-step', ...row, age, on: yearsAfter(bornOn, age) })] : [];
    });
  });
};

const ofLimitation = ({ session, scope, today }: Around): CaseWarning[] => {
  const span = (years: number) => ({
    after: chinaInstant(yearsAfter(later(today, -spokenOfDays), -years), '00:00'),
    until: chinaInstant(yearsAfter(later(today, warnDays), -years), '23:59'),
  });
  const of = (code: 'limitation-tort' | 'limitation-insurance', years: number, rows: readonly LapseRow[]): CaseWarning[] =>
    rows.map((row) => keyed({ code, ...subjectOf(row), on: yearsAfter(chinaDateOf(row.since), years) }));
  return [
    ...of('limitation-tort', tortYears, accidentsBetween(session.read, scope, span(tortYears))),
    ...of('limitation-insurance', insuranceYears, agreedBetween(session.read, scope, span(insuranceYears))),
  ];
};
