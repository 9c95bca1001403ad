import type { CaseSignal } from './vocabulary.ts';

/** What the file knows about the injured people in view and the case; leave out, or null, what is not known yet. */
export type CaseFeatures = {
  readonly hospitalised?: boolean | null;
  readonly operated?: boolean | null;
  readonly nonListedDrugs?: boolean | null;
  readonly oldIllness?: boolean | null;
  /** Share of fault of the insured side in per cent; null until the police finding is there. */
  readonly faultSharePercent?: number | null;
  /** Ages of the injured people in view. */
  readonly agesYears?: readonly number[];
  readonly incomeClaimed?: boolean | null;
  readonly hasIncomeProof?: boolean | null;
  readonly nursingClaimed?: boolean | null;
  readonly dependants?: number | null;
  readonly advanceAsked?: boolean | null;
  readonly appraisalLikely?: boolean | null;
  readonly disabled?: boolean | null;
  readonly dead?: boolean | null;
  readonly moneyTalksStarted?: boolean | null;
  readonly represented?: boolean | null;
  readonly livesElsewhere?: boolean | null;
};

/** Source: Law on the Protection of the Rights and Interests of the Elderly, art. 2. */
const ELDERLY_FROM_YEARS = 60;
/** Source: Civil Code, art. 17. */
const ADULT_FROM_YEARS = 18;

/** Derives why topics and papers are needed. Unknown fault counts as shared fault: saying it early costs nothing. */
export const deriveCaseSignals = (features: CaseFeatures): ReadonlySet<CaseSignal> => {
  const ages = features.agesYears ?? [];
  const holds: Record<CaseSignal, boolean> = {
    always: true,
    hospitalised: features.hospitalised === true || features.operated === true,
    operated: features.operated === true,
    nonListedDrugs: features.nonListedDrugs === true,
    oldIllness: features.oldIllness === true,
    faultShare: (features.faultSharePercent ?? 0) < 100,
    elderly: ages.some((age) => age >= ELDERLY_FROM_YEARS),
    minor: ages.some((age) => age < ADULT_FROM_YEARS),
    incomeClaimed: features.incomeClaimed === true,
    noIncomeProof: features.incomeClaimed === true && features.hasIncomeProof !== true,
    nursingClaimed: features.nursingClaimed === true,
    dependants: (features.dependants ?? 0) > 0,
    advance: features.advanceAsked === true,
    appraisal: features.appraisalLikely === true,
    disabled: features.disabled === true,
    death: features.dead === true,
    privateSettlementRisk: features.moneyTalksStarted === true,
    represented: features.represented === true,
    nonLocal: features.livesElsewhere === true,
  };
  return new Set((Object.keys(holds) as CaseSignal[]).filter((signal) => holds[signal]));
};
