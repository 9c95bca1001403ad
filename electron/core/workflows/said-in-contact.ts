import { question, type contactLog } from '../../../shared/contacts/model.ts';
import { disclosure } from '../../../shared/disclosures/model.ts';
import type { ContactLogId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { promise } from '../../../shared/promises/model.ts';
import type { Entity, FieldsOf } from '../../../shared/sync/entity.ts';
import { partyOfCase } from '../party-of-case.ts';
import { cardNow } from '../wording-here.ts';
import type { DraftOperation, Session } from '../session.ts';
import { notInFuture, tidyNew } from '../tidy-values.ts';

export type LogFields = FieldsOf<typeof contactLog>;

/** The contact in which something was said. */
export type Occasion = { caseId: string; logId: string; log: LogFields };

type Rows<E extends Entity> = readonly Partial<FieldsOf<E>>[];

/** 告知: to whom, how and when come from the log unless the form says otherwise. */
export const disclosureOperations = (
  session: Session,
  rows: Rows<typeof disclosure>,
  occasion: Occasion,
): Result<DraftOperation[], Problem> => {
  const { log } = occasion;
  const told = { toldTo: log.counterpart, toldToName: log.counterpartName ?? null, channel: log.channel, toldAt: log.contactAt };
  // The card is kept as it reads on this machine now, whatever the form says of it.
  const withCard = rows.map((row) => ({ ...row, card: row.words ? null : cardNow(session.read, row.topic ?? '') }));
  return inserts(session, {
    entity: disclosure,
    rows: withCard,
    list: 'disclosures',
    timeField: 'toldAt',
    occasion,
    defaults: { ...told, proof: 'none' },
  });
};

/** 承诺: what either side promised in the contact. */
export const promiseOperations = (session: Session, rows: Rows<typeof promise>, occasion: Occasion): Result<DraftOperation[], Problem> =>
  inserts(session, { entity: promise, rows, list: 'promises', timeField: null, occasion, defaults: {} });

/** 问题: an answer given at once stops the clock before it starts. */
export const questionOperations = (
  session: Session,
  rows: Rows<typeof question>,
  occasion: Occasion,
): Result<DraftOperation[], Problem> => {
  const { log } = occasion;
  const answered = rows.map((row) => (row.answer && !row.answeredAt ? { ...row, answeredAt: log.contactAt } : row));
  const asked = { askedBy: log.counterpart, askedAt: log.contactAt, complex: false };
  return inserts(session, { entity: question, rows: answered, list: 'questions', timeField: 'askedAt', occasion, defaults: asked });
};

type Inserts<E extends Entity> = {
  entity: E;
  rows: Rows<E>;
  list: string;
  /** Field that may not lie ahead of the clock. */
  timeField: string | null;
  occasion: Occasion;
  defaults: Record<string, unknown>;
};

const inserts = <E extends Entity>(
  session: Session,
  { entity, rows, list, timeField, occasion, defaults }: Inserts<E>,
): Result<DraftOperation[], Problem> => {
  const ops: DraftOperation[] = [];
  const now = session.clock.now().at;
  for (const [i, row] of rows.entries()) {
    const at = `${list}.${i}`;
    const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
    const values = { partyId: occasion.log.partyId ?? null, ...defaults, ...given, logId: occasion.logId as ContactLogId };
    const tidied = tidyNew(entity, values as unknown as Partial<FieldsOf<E>>, at);
    if (!tidied.ok) return tidied;
    const fields = tidied.value as Record<string, unknown>;
    const party = partyOfCase(session, { caseId: occasion.caseId, partyId: fields['partyId'] as string | null, field: `${at}.partyId` });
    if (!party.ok) return party;
    const past = timeField === null ? ok(undefined) : notInFuture(fields[timeField] as string, now, `${at}.${timeField}`);
    if (!past.ok) return past;
    ops.push({ op: 'insert', entity: entity.name, id: session.ids.next(), fields });
  }
  return ok(ops);
};
