import { compareText } from '../kernel/compare-text.ts';
import type { CaseFile } from '../cases/contract.ts';
import { stayOf } from '../doctors/stay.ts';
import { ageOn, chinaDateOf } from '../kernel/dates.ts';
import type { CaseFeatures } from './signals.ts';

/** The part of an open case from which topics and papers are derived. */
export type FeatureSource = Pick<
  CaseFile,
  'case' | 'parties' | 'facts' | 'logs' | 'estimates' | 'diagnoses' | 'items' | 'escalations' | 'treatments'
>;

type Row = { readonly partyId: string | null; readonly voidReason: string | null };

/**
 * Reads the features of one injured person out of the case file; without a person, of all of them together.
 *
 * Only rows that stand count: a voided row makes nothing necessary. What nobody recorded stays unknown.
 */
export const caseFeatures = (file: FeatureSource, partyId: string | null): CaseFeatures => {
  const stands = (row: Row): boolean => row.voidReason === null && (partyId === null || row.partyId === null || row.partyId === partyId);
  const parties = file.parties.filter((party) => party.voidReason === null && (partyId === null || party.id === partyId));
  const choice = choicesOf(file.facts.filter(stands));
  const claimed = new Set<string>(file.items.filter(stands).map((item) => item.kind));
  const estimates = file.estimates.filter(stands);
  const disabled = claimed.has('disabilityCompensation');
  return {
    hospitalised: parties.some((party) => stayOf(party, file.treatments).admittedOn !== null),
    operated: choice('secondOperation', ['implant', 'repair']),
    nonListedDrugs: choice('nonListedDrugs', ['someNeeded', 'someReplaceable']) || estimates.some((row) => (row.nonListedFen ?? 0) > 0),
    oldIllness: file.diagnoses.filter(stands).some((row) => row.oldIllness === true),
    faultSharePercent: file.case.liabilityShare,
    agesYears: agesOf(
      parties.flatMap((party) => party.bornOn ?? []),
      file.case.accidentAt,
    ),
    incomeClaimed: claimed.has('lostIncome') || choice('retired', ['working', 'retiredWorking', 'farming']),
    hasIncomeProof: choice('incomeProof', ['bankRecord', 'contract', 'tax', 'business']),
    nursingClaimed: claimed.has('nursing') || choice('carersNeeded', ['one', 'two', 'part']),
    dependants: file.facts.filter(stands).some((row) => row.value?.kind === 'dependants' && row.value.dependants.length > 0) ? 1 : 0,
    advanceAsked:
      file.case.advanceNeeded === true ||
      choice('advanceNeeded', ['urgent', 'helpful']) ||
      file.escalations.some((row) => row.voidReason === null && row.kind === 'advance'),
    appraisalLikely: disabled || claimed.has('appraisalFee'),
    disabled,
    dead: claimed.has('deathCompensation') || claimed.has('funeral'),
    moneyTalksStarted: file.facts.filter(stands).some((row) => row.topic === 'agreementTalks'),
    represented: file.logs.filter(stands).some((row) => row.counterpart === 'lawyer'),
  };
};

/** Answers whether the latest value of a topic is one of the choices, for any person in view. */
const choicesOf = (facts: readonly CaseFile['facts'][number][]) => {
  const latest = new Map<string, CaseFile['facts'][number]>();
  for (const fact of facts.toSorted((a, b) => compareText(a.saidAt ?? '', b.saidAt ?? '')))
    latest.set(`${fact.topic}|${fact.partyId}`, fact);
  return (topic: string, choices: readonly string[]): boolean =>
    [...latest.values()].some((fact) => fact.topic === topic && fact.value?.kind === 'choice' && choices.includes(fact.value.choice));
};

/** Ages on the day of the accident; empty while that day or the births are unknown. */
const agesOf = (births: readonly string[], accidentAt: string | null): number[] =>
  accidentAt === null ? [] : births.map((bornOn) => ageOn(bornOn, chinaDateOf(accidentAt)));
