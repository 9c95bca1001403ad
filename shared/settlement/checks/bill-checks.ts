import type { Bill } from '../bill-model.ts';
import { billFen, linesFen } from '../file/bill-sums.ts';
import { finding, type Finding } from './finding.ts';
import { coversDay, type Treated } from './stays.ts';

const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Row[][] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};

const bare = (text: string | null): string => (text ?? '').replaceAll(/[\s\-－—]/g, '').toUpperCase();

/** The same number twice is the same bill, whatever else was typed; a hospital that is named both times must be the same. */
const sameNumber = (bills: readonly Bill[]): Bill[][] => grouped(bills, ({ number }) => (bare(number) === '' ? null : bare(number)));

/** The same day and amount without two different numbers may be the same bill entered twice. */
const sameDayAndAmount = (bills: readonly Bill[]): Bill[][] =>
  grouped(bills, (bill) => (bill.billedOn === null || billFen(bill) === 0 ? null : `${bill.billedOn} ${billFen(bill)}`)).filter((group) => {
    const numbers = new Set(group.map(({ number }) => bare(number)).filter((number) => number !== ''));
    return numbers.size < group.length;
  });

const doubles = (partyId: string, bills: readonly Bill[]): Finding[] => {
  const certain = sameNumber(bills);
  const known = new Set(certain.map((group) => group.map(({ id }) => id).join()));
  const facts = (group: readonly Bill[]): Finding['facts'] => ({
    number: group[0]?.number ?? '',
    on: group[0]?.billedOn ?? '',
    amountFen: group[0] === undefined ? 0 : billFen(group[0]),
    times: group.length,
  });
  const found = (code: 'bill.double' | 'bill.maybe-double', group: readonly Bill[]): Finding =>
    finding(code, partyId, { billIds: group.map(({ id }) => id), facts: facts(group) });
  return [
    ...certain.map((group) => found('bill.double', group)),
    ...sameDayAndAmount(bills)
      .filter((group) => !known.has(group.map(({ id }) => id).join()))
      .map((group) => found('bill.maybe-double', group)),
  ];
};

/** A bill on a day without a stay or a visit, and lines of a list outside the stay they belong to. Needs a known course of treatment. */
const outsideStay = (partyId: string, bills: readonly Bill[], treated: readonly Treated[]): Finding[] => {
  if (treated.length === 0) return [];
  return bills.flatMap((bill) => {
    const days = (bill.lines ?? []).map(({ on }) => on);
    const lines = days.flatMap((on, index) => (on !== null && !treated.some((span) => coversDay(span, on)) ? [index] : []));
    const outside = bill.billedOn !== null && !treated.some((span) => coversDay(span, bill.billedOn ?? ''));
    return [
      ...(outside ? [finding('bill.outside-stay', partyId, { billIds: [bill.id], facts: { on: bill.billedOn ?? '' } })] : []),
      ...(lines.length > 0
        ? [finding('bill.lines-outside-stay', partyId, { billIds: [bill.id], lines, facts: { count: lines.length } })]
        : []),
    ];
  });
};

const beforeAccident = (partyId: string, bills: readonly Bill[], accidentOn: string | null): Finding[] =>
  bills.flatMap(({ id, billedOn }) =>
    accidentOn !== null && billedOn !== null && billedOn < accidentOn
      ? [finding('bill.before-accident', partyId, { billIds: [id], facts: { on: billedOn, accidentOn } })]
      : [],
  );

const linesDiffer = (partyId: string, bills: readonly Bill[]): Finding[] =>
  bills.flatMap(({ id, amountFen, lines }) => {
    const sumFen = linesFen(lines);
    const differs = amountFen !== null && lines !== null && lines.length > 0 && sumFen !== amountFen;
    return differs ? [finding('bill.lines-differ', partyId, { billIds: [id], facts: { amountFen, sumFen } })] : [];
  });

export type BillSite = { readonly treated: readonly Treated[]; readonly accidentOn: string | null };

/** What does not fit among the bills of one person. Source: settlement.md §7.1; lessons.md D-9. */
export const billFindings = (partyId: string, bills: readonly Bill[], { treated, accidentOn }: BillSite): Finding[] => {
  const counted = bills.filter(({ allowed }) => allowed !== false);
  return [
    ...doubles(partyId, counted),
    ...outsideStay(partyId, counted, treated),
    ...beforeAccident(partyId, counted, accidentOn),
    ...linesDiffer(partyId, bills),
  ];
};
