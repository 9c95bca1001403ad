import { chinaDateOf } from '../kernel/dates.ts';
import { maskIdNumber, readIdNumber } from '../kernel/id-number.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { FieldsOf } from '../sync/entity.ts';
import type { injuredParty } from './model.ts';

type Values = Partial<FieldsOf<typeof injuredParty>>;

/**
 * Fits an entered ID number to the person: its check digit holds and it names the same birth date; a missing birth date and
 * gender are taken from it. Source: GB 11643-1999.
 */
export const withIdNumber = (entered: Values, current: Values): Result<Values, Problem> => {
  const values = withoutMask(entered, current);
  const idNumber = values.idNumber === undefined ? current.idNumber : values.idNumber;
  if (!idNumber || (values.idNumber === undefined && values.bornOn === undefined)) return ok(values);
  const read = readIdNumber(idNumber);
  if (!read.ok) return err(problem(read.error, 'values.idNumber'));
  const bornOn = values.bornOn === undefined ? current.bornOn : values.bornOn;
  if (bornOn && bornOn !== read.value.bornOn) {
    return err(problem('id-number.birth-date', 'values.bornOn', { inIdNumber: read.value.bornOn }));
  }
  const gender = values.gender === undefined ? current.gender : values.gender;
  return ok({ ...values, bornOn: read.value.bornOn, gender: gender ?? read.value.gender });
};

/** A form that was filled from a masked answer sends the mask back: that means "unchanged". */
const withoutMask = (entered: Values, current: Values): Values => {
  if (!entered.idNumber?.includes('*') || !current.idNumber || entered.idNumber !== maskIdNumber(current.idNumber)) return entered;
  const { idNumber: _masked, ...rest } = entered;
  return rest;
};

/** Born, admitted and discharged in this order, and none of it ahead of today (Chinese date). */
export const partyDatesHold = ({ bornOn, admittedOn, dischargedOn }: Values, now: string): Result<void, Problem> => {
  const today = chinaDateOf(now);
  if (bornOn && bornOn > today) return err(problem('in-the-future', 'values.bornOn'));
  if (admittedOn && admittedOn > today) return err(problem('in-the-future', 'values.admittedOn'));
  if (bornOn && admittedOn && admittedOn < bornOn) return err(problem('before-birth', 'values.admittedOn'));
  if (admittedOn && dischargedOn && dischargedOn < admittedOn) return err(problem('ends-before-start', 'values.dischargedOn'));
  return ok(undefined);
};

/** The moment a hospital became known starts the visit clock; whoever enters the hospital need not enter the moment. */
export const withHospitalKnown = (values: Values, current: Values, now: string): Values =>
  values.hospital && !current.hospital && !current.hospitalKnownAt && !values.hospitalKnownAt
    ? { ...values, hospitalKnownAt: now }
    : values;
