/**
 * The closed vocabularies that wording data may use.
 *
 * They are `as const` tuples so that the zod schemas, the types and the screens' exhaustive switches all come from one
 * list: a word added here must be handled everywhere before the build is green again.
 */

/**
 * What is known about a case that makes a topic or a paper necessary.
 *
 * `always` holds in every case; all others are derived from the file by `deriveCaseSignals`. An item is needed when any
 * one of its signals holds.
 */
export const CASE_SIGNALS = [
  'always',
  'hospitalised',
  'operated',
  'nonListedDrugs',
  'oldIllness',
  'faultShare',
  'elderly',
  'minor',
  'incomeClaimed',
  'noIncomeProof',
  'nursingClaimed',
  'dependants',
  'advance',
  'appraisal',
  'disabled',
  'death',
  'privateSettlementRisk',
  'represented',
  'nonLocal',
] as const;
export type CaseSignal = (typeof CASE_SIGNALS)[number];

/** How far an injury has gone, as far as the paper checklist cares. */
export const INJURY_COURSES = ['outpatient', 'inpatient', 'disabled', 'dead'] as const;
export type InjuryCourse = (typeof INJURY_COURSES)[number];

/** How the value of a fact is entered and compared; a list is one of people (carers, dependants). */
export const FACT_KINDS = ['text', 'money', 'choice', 'list', 'date', 'number'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Whom a fact is about: one injured person, or the accident and the case as a whole. */
export const FACT_SUBJECTS = ['person', 'case'] as const;
export type FactSubject = (typeof FACT_SUBJECTS)[number];

/** Who can be asked, or can hand in a paper. */
export const INFORMANTS = [
  'insured',
  'driver',
  'injured',
  'family',
  'carer',
  'doctor',
  'nurse',
  'hospital',
  'police',
  'employer',
  'witness',
  'community',
  'appraiser',
  'lawyer',
  'court',
  'insurer',
  'superior',
] as const;
export type Informant = (typeof INFORMANTS)[number];

/** What kind of slip a wording rule looks for; screens group suggestions by it. */
export const RULE_KINDS = [
  'hiding',
  'blame',
  'guarantee',
  'vague',
  'coldness',
  'pressure',
  'label',
  'overreach',
  'jargon',
  'privacy',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Where a text is going: into the file, or out to a person. */
export const TEXT_USES = ['log', 'message'] as const;
export type TextUse = (typeof TEXT_USES)[number];

/** Number shapes that a rule can look for instead of phrases. */
export const NUMBER_SHAPES = ['idNumber', 'bankAccount'] as const;
export type NumberShape = (typeof NUMBER_SHAPES)[number];
