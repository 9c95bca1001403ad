import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP });
const exact = (value: number | string): Decimal => new Exact(value);
const toFen = (yuan: Decimal): number => yuan.times(100).toDecimalPlaces(30).toDecimalPlaces(0).toNumber();
const fromFen = (fen: number): Decimal => exact(fen).div(100);

/** What differs between the cases of the benchmark; everything else is D10. */
export type BareCase = {
  medical: string;
  grade: number;
  childAges: number[];
  ratio: string;
  nursingDays: number;
  age: number;
};

const yearsOf = (age: number): number => (age < 60 ? 20 : age >= 75 ? 5 : 20 - (age - 60));

/** Both children to 18 under the yearly cap after the coefficient: each stretch of years at the smaller of sum and cap. */
const childrenYuan = (ages: readonly number[], consumption: Decimal, coefficient: Decimal): Decimal => {
  const terms = ages.map((age) => 18 - age).sort((a, b) => a - b);
  let total = exact(0);
  let start = 0;
  terms.forEach((end, index) => {
    const yearly = consumption
      .times(terms.length - index)
      .div(2)
      .times(coefficient);
    total = total.plus((yearly.gt(consumption) ? consumption : yearly).times(end - start));
    start = end;
  });
  return total;
};

/** D10 by bare exact arithmetic: what the injured person receives, in fen. */
export const bareReceives = (one: BareCase, figures: { income: string; consumption: string }): number => {
  const coefficient = exact(11 - one.grade).div(10);
  const medical = [toFen(exact(one.medical)), toFen(exact(100).times(12)), toFen(exact(50).times(25))];
  const daily = exact(44_675).div(270).toDecimalPlaces(1);
  const death = [
    toFen(exact(1_440).plus(exact(120).times(one.nursingDays))),
    toFen(daily.times(150).minus('8691.31')),
    toFen(exact(figures.income).times(yearsOf(one.age)).times(coefficient)),
    toFen(childrenYuan(one.childAges, exact(figures.consumption), coefficient)),
    toFen(exact(5_000)),
    toFen(exact(300)),
    toFen(exact(1_500)),
    toFen(exact('793.86')),
  ];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const property = toFen(exact(300));
  const fromMedical = Math.min(sum(medical), toFen(exact(18_000).times('0.5')));
  const fromDeath = Math.min(sum(death), toFen(exact(180_000).times('0.5')));
  const excess = sum(medical) - fromMedical + sum(death) - fromDeath;
  const commercial = Math.min(toFen(fromFen(excess).times(one.ratio)), toFen(exact(1_000_000)));
  return fromMedical + fromDeath + property + commercial - Math.min(toFen(exact(9_000)), fromMedical + fromDeath + commercial);
};
