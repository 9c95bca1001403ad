import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { ContactInput } from '../../../shared/contacts/contract.ts';
import type { Channel, ContactLog, Counterpart } from '../../../shared/contacts/model.ts';
import type { FactSource } from '../../../shared/facts/model.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';
import { valueFrom, type FactTyped } from '../../app/fact-input/fact-typed.ts';

/** What one form holds before it is saved. `logId` belongs to it, so that saving twice records once. */
export type ContactValues = {
  logId: string;
  partyId: string | null;
  counterpart: Counterpart;
  counterpartName: string | null;
  channel: Channel;
  outcome: 'reached' | 'unanswered';
  contactAt: string;
  place: string | null;
  mood: number | null;
  body: string | null;
  correctionReason: string | null;
  disclosures: { topic: string; words: string | null; understood: 'yes' | 'no' | 'unclear'; proof: ProofKind }[];
  promises: { what: string; side: 'us' | 'them'; dueAt: string | null }[];
  questions: { body: string; complex: boolean | null; answer: string | null }[];
  facts: (FactTyped & { topic: string })[];
};
export type ProofKind = 'none' | 'signature' | 'sound' | 'photo' | 'sent-text' | 'witness';

/** Whom each step usually talks to, and how. */
const usual: Record<number, { counterpart: Counterpart; channel: Channel }> = {
  1: { counterpart: 'insured', channel: 'phone' },
  2: { counterpart: 'injured', channel: 'face' },
  3: { counterpart: 'doctor', channel: 'face' },
  4: { counterpart: 'injured', channel: 'phone' },
  5: { counterpart: 'injured', channel: 'phone' },
  6: { counterpart: 'superior', channel: 'chat' },
};

/** The name the file knows for that side: from the case, the person, or the last log. */
export const nameFor = (file: CaseFile, counterpart: Counterpart, partyId: string | null): string | null => {
  if (counterpart === 'insured') return file.case.insuredName;
  if (counterpart === 'driver') return file.case.driverName;
  if (counterpart === 'injured') return file.parties.find((party) => party.id === partyId)?.name ?? null;
  return (
    file.logs
      .filter((log) => log.counterpart === counterpart && log.counterpartName !== null && (log.partyId === null || log.partyId === partyId))
      .toSorted((a, b) => b.contactAt.localeCompare(a.contactAt))[0]?.counterpartName ?? null
  );
};

type Start = {
  file: CaseFile;
  partyId: string | null;
  step: number;
  now: string;
  logId: string;
  corrects: ContactLog | null;
  topic: string | null;
};

/** Sensible defaults, so that the usual contact is one text and Ctrl+Enter. A correction begins as its original. */
export const startValues = ({ file, partyId, step, now, logId, corrects, topic }: Start): ContactValues => {
  const { counterpart, channel } = corrects ?? usual[step] ?? { counterpart: 'insured', channel: 'phone' };
  return {
    logId,
    partyId: corrects?.partyId ?? partyId,
    counterpart,
    counterpartName: corrects?.counterpartName ?? nameFor(file, counterpart, partyId),
    channel,
    outcome: corrects?.outcome ?? 'reached',
    contactAt: corrects?.contactAt ?? now,
    place: corrects?.place ?? null,
    mood: corrects?.mood ?? null,
    body: corrects?.body ?? null,
    correctionReason: null,
    disclosures: topic === null ? [] : [{ topic, words: null, understood: 'yes', proof: 'none' }],
    promises: [],
    questions: [],
    facts: [],
  };
};

const sources: readonly FactSource[] = ['insured', 'driver', 'injured', 'family', 'doctor', 'police'];

/** Who said a fact follows from whom we talked to. */
export const sourceOf = (counterpart: Counterpart): FactSource => sources.find((one) => one === counterpart) ?? 'other';

type Context = {
  caseId: string;
  step: number;
  correctsLogId: string | null;
  draftKey: string;
  factOf: (id: string) => FactTopic | undefined;
};

type Of = { partyId: ContactLog['partyId']; logId: ContactLog['correctsLogId'] };

/** The one change that records the contact with everything said in it. */
export const contactInput = (values: ContactValues, context: Context): ContactInput => {
  const of = { partyId: values.partyId, logId: values.logId } as Of;
  return {
    caseId: context.caseId,
    logId: values.logId,
    draftKey: context.draftKey,
    log: logOf(values, context),
    disclosures: disclosuresOf(values, of),
    promises: promisesOf(values, of),
    questions: questionsOf(values, of),
    facts: factsOf(values, context.factOf),
  };
};

const logOf = (values: ContactValues, { step, correctsLogId }: Context): ContactInput['log'] => ({
  partyId: values.partyId as ContactLog['partyId'],
  step,
  counterpart: values.counterpart,
  counterpartName: values.counterpartName,
  channel: values.channel,
  outcome: values.outcome,
  contactAt: values.contactAt,
  place: values.place,
  mood: values.mood,
  body: values.body,
  correctsLogId: correctsLogId as ContactLog['correctsLogId'],
  correctionReason: correctsLogId === null ? null : values.correctionReason,
});

const disclosuresOf = (
  { disclosures, counterpart, counterpartName, channel, contactAt }: ContactValues,
  of: Of,
): ContactInput['disclosures'] =>
  disclosures.map((one) => ({
    ...of,
    topic: one.topic,
    words: one.words,
    understood: one.understood,
    proof: one.proof,
    toldTo: counterpart,
    toldToName: counterpartName,
    channel,
    toldAt: contactAt,
  }));

const promisesOf = ({ promises, counterpartName, contactAt }: ContactValues, of: Of): ContactInput['promises'] =>
  promises.map((one) => ({
    ...of,
    what: one.what,
    side: one.side,
    dueAt: one.dueAt ?? contactAt,
    toName: one.side === 'us' ? counterpartName : null,
    byName: one.side === 'them' ? counterpartName : null,
  }));

const questionsOf = ({ questions, counterpart, contactAt }: ContactValues, of: Of): ContactInput['questions'] =>
  questions.map((one) => ({
    ...of,
    body: one.body,
    complex: one.complex ?? false,
    askedBy: counterpart,
    askedAt: contactAt,
    ...(one.answer === null || one.answer === '' ? {} : { answer: one.answer, answeredAt: contactAt }),
  }));

const factsOf = ({ facts, counterpart, counterpartName }: ContactValues, factOf: Context['factOf']): ContactInput['facts'] =>
  facts.flatMap((one) => {
    const topic = factOf(one.topic);
    if (topic === undefined) return [];
    return [{ topic: topic.id, value: valueFrom(topic, one), source: sourceOf(counterpart), sourceName: counterpartName }];
  });
