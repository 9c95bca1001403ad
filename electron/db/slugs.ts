import type { EntityName } from '../../shared/sync/entities.ts';

/** The feature that shows an entity: its queries are refreshed when such a row changes. */
const slugByEntity = {
  person: 'people',
  clockRuleSet: 'clocks',
  standardsPack: 'standards',
  case: 'cases',
  injuredParty: 'parties',
  contactLog: 'contacts',
  question: 'contacts',
  disclosure: 'disclosures',
  promise: 'promises',
  fact: 'facts',
  statement: 'statements',
  drift: 'facts',
  diagnosis: 'doctors',
  treatmentEstimate: 'doctors',
  doubt: 'doctors',
  injuryMark: 'doctors',
  treatmentEvent: 'doctors',
  calculationBasis: 'settlement',
  partyBasis: 'settlement',
  bill: 'settlement',
  calculation: 'settlement',
  damageItem: 'damages',
  deduction: 'damages',
  offer: 'offers',
  offerAcceptance: 'offers',
  negotiation: 'offers',
  payment: 'payments',
  satisfaction: 'payments',
  complaint: 'complaints',
  determination: 'letters',
  scenarioSet: 'scenarios',
  escalation: 'escalations',
  escalationRemark: 'escalations',
  stepEvent: 'steps',
  paper: 'papers',
  paperRequest: 'papers',
  document: 'documents',
  attachment: 'attachments',
  unmasking: 'people',
  advance: 'advances',
  mediationRound: 'mediations',
  undoing: 'undo',
  assignment: 'cases',
  resolution: 'sync',
  voiding: 'cases',
} as const satisfies Record<EntityName, string>;

export type Slug = (typeof slugByEntity)[EntityName] | 'sync' | 'clocks' | 'search' | 'drafts' | 'settings' | 'wording';

/** The slugs to refresh after rows changed. Every change of a case also moves its summary, its clocks and its search entry. */
export const slugsOf = (touched: readonly { entity: string }[]): Slug[] => {
  const slugs = new Set<Slug>(touched.map(({ entity }) => slugByEntity[entity as EntityName]));
  if (touched.some(({ entity }) => entity !== 'person')) for (const slug of ['cases', 'clocks', 'search'] as const) slugs.add(slug);
  return [...slugs].toSorted();
};
