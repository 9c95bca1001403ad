/** Where the texts of an entity's fields live: its own feature's file, before the words that all rows share. */
const slugsOf: Readonly<Record<string, readonly string[]>> = {
  case: ['case-file', 'cases'],
  injuredParty: ['parties'],
  disclosure: ['disclosures'],
  damageItem: ['damages'],
  advance: ['advances'],
  escalation: ['escalations'],
  mediationRound: ['mediations'],
  complaint: ['complaints'],
};

const person = 'contacts.counterpart';

/** Where the words of a field's answers live, by field, or by entity and field where a name means several things. */
const answerPlaces: Readonly<Record<string, string>> = {
  severity: 'case-file.severity',
  sourceChannel: 'case-file.source',
  liabilityFinding: 'case-file.liability',
  'case.state': 'cases.state',
  gender: 'parties.gender',
  roadRole: 'parties.road',
  counterpart: person,
  askedBy: person,
  answeredBy: person,
  saidBy: person,
  toldTo: person,
  toWhom: person,
  putTo: person,
  sentTo: person,
  channel: 'contacts.channel',
  mood: 'contacts.mood',
  proof: 'contacts.proof',
  understood: 'contacts.understood',
  side: 'contacts.side',
  source: 'facts.source',
  mode: 'doctors.mode',
  region: 'doctors.region',
  view: 'doctors.view',
  position: 'settlement.value',
  residence: 'settlement.value',
  decision: 'damages.decision',
  category: 'settlement.bills.category',
  reply: 'mediations.reply',
  layer: 'offers.layer',
  need: 'papers.need',
  subject: 'attachments.subject',
  derivation: 'attachments.derivation',
  basis: 'advances.basis',
  itemGroup: 'advances.group',
  payTo: 'advances.way',
  decidedWay: 'advances.way',
  paidWay: 'advances.way',
  covered: 'rows.value.yesNoOpen',
  amountFair: 'rows.value.yesNoOpen',
  papersComplete: 'rows.value.yesNoOpen',
  listClass: 'rows.value.listClass',
  way: 'rows.value.way',
  event: 'rows.value.stepEvent.event',
  'contactLog.outcome': 'contacts.outcome',
  'determination.outcome': 'letters.outcome',
  'promise.state': 'promises.state',
  'statement.signing': 'statements.signing',
  'offerAcceptance.signing': 'offers.signing',
  'statement.state': 'rows.value.statement.state',
  'drift.state': 'facts.drift.state',
  'doubt.state': 'doctors.doubt.state',
  'injuryMark.side': 'doctors.side',
  'injuryMark.kind': 'doctors.kind',
  'treatmentEvent.kind': 'doctors.treatment.kind',
  'damageItem.kind': 'damages.kind',
  'determination.kind': 'damages.kind',
  'bill.kind': 'damages.kind',
  'offer.state': 'offers.state',
  'complaint.topic': 'complaints.topic',
  'complaint.state': 'complaints.state',
  'determination.state': 'letters.state',
  'escalation.kind': 'escalations.kind',
  'escalation.state': 'escalations.state',
  'paper.state': 'papers.state',
  'advance.state': 'advances.state',
  'document.kind': 'documents.kind',
  'attachment.kind': 'attachments.kind',
  'calculation.purpose': 'rows.value.calculation.purpose',
  'satisfaction.state': 'rows.value.satisfaction.state',
  'scenarioSet.template': 'rows.value.scenarioSet.template',
  'resolution.choice': 'rows.value.resolution.choice',
};

/** The parts of these are said as in the review. */
const reviewed = new Set(['calculationBasis', 'partyBasis', 'damageItem']);

/** Keys under which the word of an answer may stand, the closest first. */
export const answerKeys = (entity: string, field: string, value: string): string[] =>
  [answerPlaces[`${entity}.${field}`], answerPlaces[field], reviewed.has(entity) ? 'settlement.value' : undefined].flatMap((place) =>
    place === undefined ? [] : [`${place}.${value.replaceAll('.', '_')}`],
  );

/** Keys under which the name of a field may stand; the last two also name the parts of a value that has parts. */
export const fieldKeys = (entity: string, field: string): string[] => [
  ...(slugsOf[entity] ?? []).map((slug) => `${slug}.field.${field}`),
  `rows.field.${field}`,
  `settlement.field.${field}`,
];

/** Marks that only machines compare: shown short, as on printed papers. */
export const isMark = (field: string): boolean => /hash$|sha256$|^seal$/i.test(field);
