/** Topic of `resources/wording/topics.json` that step 1 asks for: costs that insurance will not bear. */
export const costsTopic = 'costsOutsideCover';

/** Topic that says which papers are needed and by when; the fact gives the date on which they are expected. */
export const papersTopic = 'papersAndDeadlines';
export const papersFact = 'papersExpectedOn';

/** Fact that gives the next date agreed with the person. */
export const nextDateFact = 'nextContactOn';

/** Topic of the notice on rights and privacy. */
export const privacyTopic = 'rightsAndPrivacy';

/** Sources whose word counts as the injured party's own first statement 首次陈述. */
export const statementSources = ['injured', 'family'] as const;

/** Facts that make up the first statement: work, income, home, carers, dependants, the accident in own words. */
export const statementFacts = [
  'occupation',
  'employer',
  'jobSince',
  'incomeMonthly',
  'incomePaidBy',
  'incomeProof',
  'retired',
  'education',
  'household',
  'homeAddress',
  'livingSituation',
  'carers',
  'dependants',
  'accidentInOwnWords',
] as const;
