import { allHandlers } from '../../electron/core/features.ts';
import type { Call } from '../../electron/core/handlers.ts';
import type { Session } from '../../electron/core/session.ts';
import { findRow, selectRows } from '../../electron/db/rows.ts';
import type { Problem } from '../../shared/kernel/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { entityByName } from '../../shared/sync/entities.ts';
import { aContact, aParty } from './file.ts';

/** What the acts of the undo table work on: a case with one row of every kind that an act changes. */
export type Bench = { session: Session; caseId: string; partyId: string; ids: Record<string, string> };
type Answer = Result<unknown, Problem> | Promise<Result<unknown, Problem>> | string;
export type Act = (bench: Bench) => Answer;

type Any = (call: Call, input: unknown) => Result<unknown, Problem> | Promise<Result<unknown, Problem>>;

/** Calls a procedure of the contract as a window would, without the transport. */
export const ask = ({ session }: Pick<Bench, 'session'>, path: string, input: object): ReturnType<Any> => {
  const [slug, name] = path.split('.') as [keyof typeof allHandlers, string];
  return (allHandlers[slug] as unknown as Record<string, Any>)[name]!({ session } as unknown as Call, input);
};

/** The `rev` of a row as a form would send it back. */
const seen = ({ session }: Bench, entity: string, id: string): number => findRow(session.read, entityByName(entity)!, id)?.rev ?? 0;
/** The `rev` of the one row that the case has of this entity. */
const seenFirst = ({ session, caseId }: Bench, entity: string): number =>
  selectRows(session.read, entityByName(entity)!, 'case_id = ? AND void_reason IS NULL ORDER BY at, id', [caseId])[0]?.rev ?? 0;

const now = ({ session }: Bench): string => session.clock.now().at;
const of = (bench: Bench, more: object = {}): object => ({ caseId: bench.caseId, ...more });
const values = (bench: Bench, more: object): object => of(bench, { values: { partyId: bench.partyId, ...more } });

const settleNow = {
  way: 'settle-now',
  days: 10,
  share: 50,
  appraisalFeeFen: 0,
  courtFeeFen: 0,
  ownCostFen: 0,
  note: '',
  outcomes: [{ label: '现在谈妥', chance: 100, grade: null, lostIncomeDays: null, nursingDays: null, nutritionDays: null, ratio: null }],
};

/** Every kind of change that can be taken back, with a way to make it. */
export const undoable: Record<string, Act> = {
  'record-contact': (b) => aContact(b.session, b.caseId, { promises: [{ what: '答复', side: 'us', dueAt: '2026-03-09T01:00:00.000Z' }] }),
  'answer-question': (b) =>
    ask(
      b,
      'contacts.answerQuestion',
      of(b, { questionId: b.ids['question'], seen: seen(b, 'question', b.ids['question']!), answer: '下周' }),
    ),
  'settle-promise': (b) =>
    ask(
      b,
      'promises.settle',
      of(b, { promiseId: b.ids['promise'], to: 'kept', reason: '', dueAt: null, noticeText: null, noticeLogId: null }),
    ),
  'add-facts': (b) => ask(b, 'facts.add', of(b, { partyId: b.partyId, saidAt: now(b), facts: [factOf('incomeMonthly', 450_000)] })),
  'settle-drift': (b) =>
    ask(b, 'facts.closeDrift', of(b, { firstFactId: b.ids['first'], laterFactId: b.ids['later'], paper: '银行流水', finding: '3000' })),
  'edit-case': (b) => ask(b, 'cases.edit', of(b, { seen: seen(b, 'case', b.caseId), values: { hopes: '尽快' } })),
  'void-row': (b) => ask(b, 'cases.voidRow', of(b, { entity: 'contactLog', id: b.ids['log'], reason: '录错', restores: false })),
  'restore-row': (b) => ask(b, 'cases.voidRow', of(b, { entity: 'contactLog', id: b.ids['hidden'], reason: '还要', restores: true })),
  'add-party': (b) => aParty(b.session, b.caseId, { name: '钱四' }),
  'edit-party': (b) =>
    ask(b, 'parties.edit', of(b, { partyId: b.partyId, seen: seen(b, 'injuredParty', b.partyId), values: { ward: '3' } })),
  'record-diagnosis': (b) => ask(b, 'doctors.recordDiagnosis', values(b, { mode: 'written', body: '踝骨折', statedOn: '2026-02-20' })),
  'record-estimate': (b) => ask(b, 'doctors.recordEstimate', values(b, { plan: '手术', stayDays: 12, statedOn: '2026-02-20' })),
  'mark-injury': (b) =>
    ask(b, 'doctors.recordMark', values(b, { region: 'ankle', side: 'right', view: 'front', kind: 'fracture', source: 'seen' })),
  'record-treatment': (b) => ask(b, 'doctors.recordTreatment', values(b, { kind: 'stay', fromOn: '2026-02-01', source: 'seen' })),
  'edit-treatment': (b) =>
    ask(
      b,
      'doctors.editTreatment',
      of(b, { treatmentId: b.ids['treatment'], seen: seen(b, 'treatmentEvent', b.ids['treatment']!), values: { note: '改' } }),
    ),
  'raise-doubt': (b) => ask(b, 'doctors.raiseDoubt', values(b, { body: '旧伤？' })),
  'edit-doubt': (b) =>
    ask(b, 'doctors.editDoubt', of(b, { doubtId: b.ids['doubt'], seen: seen(b, 'doubt', b.ids['doubt']!), values: { askWhom: '骨科' } })),
  'answer-doubt': (b) => ask(b, 'doctors.answerDoubt', of(b, { doubtId: b.ids['doubt'], answer: '新伤', source: '骨科主任' })),
  'reopen-doubt': (b) => ask(b, 'doctors.reopenDoubt', of(b, { doubtId: b.ids['answered'] })),
  'add-damage-item': (b) => ask(b, 'damages.addItem', values(b, { kind: 'transport', claimedFen: 100 })),
  'edit-damage-item': (b) =>
    ask(
      b,
      'damages.editItem',
      of(b, { itemId: b.ids['item'], seen: seen(b, 'damageItem', b.ids['item']!), values: { claimedFen: 200, remark: '改' } }),
    ),
  'add-deduction': (b) =>
    ask(b, 'damages.addDeduction', of(b, { values: { itemId: b.ids['item'], amountFen: 5, reason: '自费', notToldBefore: true } })),
  'edit-deduction': (b) =>
    ask(
      b,
      'damages.editDeduction',
      of(b, { deductionId: b.ids['deduction'], seen: seen(b, 'deduction', b.ids['deduction']!), values: { amountFen: 7 } }),
    ),
  'save-grid': (b) => ask(b, 'damages.saveGrid', gridOf(b)),
  'save-basis': (b) =>
    ask(b, 'settlement.saveBasis', of(b, { seen: seenFirst(b, 'calculationBasis'), values: { note: '改' }, draftKey: null })),
  'save-party-basis': (b) =>
    ask(b, 'settlement.savePartyBasis', of(b, { partyId: b.partyId, seen: 1e9, values: { residence: 'urban' }, draftKey: null })),
  'save-bills': (b) =>
    ask(
      b,
      'settlement.saveBills',
      of(b, { partyId: b.partyId, bills: [billOf(b)], removed: [b.ids['bill']], reason: '重录', draftKey: null }),
    ),
  'record-negotiation': (b) =>
    ask(
      b,
      'offers.negotiate',
      of(b, {
        values: { partyId: b.partyId, heldAt: now(b), channel: 'phone', askedBy: 'injured', oursFen: 1, theirsFen: 2, reply: 'countered' },
        draftKey: null,
      }),
    ),
  'write-escalation': (b) => ask(b, 'escalations.write', values(b, { kind: 'accommodation', ask: '通融', amountFen: 100 })),
  'edit-escalation': (b) =>
    ask(
      b,
      'escalations.edit',
      of(b, { escalationId: b.ids['escalation'], seen: seen(b, 'escalation', b.ids['escalation']!), values: { amountFen: 200 } }),
    ),
  'remark-on-escalation': (b) =>
    ask(b, 'escalations.remark', of(b, { values: { escalationId: b.ids['escalation'], field: null, body: '补材料' } })),
  'write-advance': (b) => ask(b, 'advances.write', values(b, { basis: 'police-notice', amountFen: 100 })),
  'edit-advance': (b) =>
    ask(
      b,
      'advances.edit',
      of(b, { advanceId: b.ids['advance'], seen: seen(b, 'advance', b.ids['advance']!), values: { amountFen: 300 } }),
    ),
  'record-mediation': (b) =>
    ask(b, 'mediations.record', of(b, { values: { partyId: b.partyId, heldAt: now(b), reply: 'refused' }, draftKey: null })),
  'save-scenarios': (b) =>
    ask(b, 'scenarios.save', of(b, { setId: null, seen: 0, values: { partyId: b.partyId, name: '第二种比较', scenarios: [settleNow] } })),
  'edit-scenarios': (b) =>
    ask(
      b,
      'scenarios.save',
      of(b, { setId: b.ids['scenarios'], seen: seen(b, 'scenarioSet', b.ids['scenarios']!), values: { note: '改' } }),
    ),
  'receive-complaint': (b) =>
    ask(
      b,
      'complaints.receive',
      of(b, { values: { topic: 'delay', body: '太慢', saidBy: 'family', channel: 'phone', madeAt: now(b) }, draftKey: null }),
    ),
  'assign-complaint': (b) =>
    ask(
      b,
      'complaints.assign',
      of(b, { complaintId: b.ids['complaint'], seen: seen(b, 'complaint', b.ids['complaint']!), ownerName: '林晓舟', urgent: true }),
    ),
  'move-complaint': (b) =>
    ask(
      b,
      'complaints.move',
      of(b, { complaintId: b.ids['complaint'], to: 'contacted', at: now(b), words: '致歉', channel: 'phone', draftKey: null }),
    ),
  'correct-disclosure': (b) =>
    ask(
      b,
      'disclosures.correct',
      of(b, {
        disclosureId: b.ids['disclosure'],
        reason: '说错了',
        values: { words: '改口', toldTo: 'injured', toldToName: null, channel: 'phone', toldAt: now(b), proof: 'none', understood: 'yes' },
      }),
    ),
  'add-attachment': (b) => ask(b, 'attachments.add', attachmentOf(b, 'b')),
  'tie-attachment': (b) => ask(b, 'papers.tie', of(b, { attachmentId: b.ids['attachment'], paperId: b.ids['paper'] })),
  'list-papers': (b) => ask(b, 'papers.list', of(b, { papers: [paperNamed(b, '误工证明')] })),
  'move-papers': (b) => ask(b, 'papers.move', movedPaper(b, 'received')),
  'set-paper-need': (b) => ask(b, 'papers.setNeed', of(b, { paper: { id: b.ids['paper'] }, need: 'optional', reason: '不需要' })),
};

export const factOf = (topic: string, amountFen: number): object => ({
  topic,
  value: { kind: 'money', amountFen },
  source: 'injured',
  sourceName: null,
});

export const paperNamed = ({ partyId }: Pick<Bench, 'partyId'>, name: string): object => ({
  partyId,
  wordingId: null,
  name,
  need: 'needed',
});

export const movedPaper = (bench: Bench, to: string): object =>
  of(bench, { papers: [{ id: bench.ids['paper'] }], to, at: now(bench), reason: '', withName: null, original: null });

export const attachmentOf = (bench: Bench, mark: string): object => {
  const file = new File([`%PDF-1.4\n% ${mark}\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n`], 'a.pdf');
  return of(bench, { partyId: bench.partyId, logId: null, subject: 'other', takenAt: now(bench), file, thumbnail: null });
};

export const billOf = ({ session }: Pick<Bench, 'session'>): object => ({
  id: session.ids.next(),
  isNew: true,
  seen: 0,
  values: { kind: 'medical', category: 'inpatient', billedOn: '2026-02-20', amountFen: 12_300 },
});

/** One item changed, one added with a deduction, one removed. */
const gridOf = (bench: Bench): object => {
  const id = bench.session.ids.next();
  const { item = '', spare = '', deduction = '' } = bench.ids;
  return of(bench, {
    partyId: bench.partyId,
    items: [
      { id: item, isNew: false, seen: seen(bench, 'damageItem', item), values: { claimedFen: 321 } },
      { id, isNew: true, seen: 0, values: { kind: 'lodging', claimedFen: 400 } },
    ],
    removedItems: [spare],
    deductions: [
      { id: deduction, isNew: false, itemId: item, seen: seen(bench, 'deduction', deduction), values: { reason: '改了' } },
      { id: bench.session.ids.next(), isNew: true, itemId: id, seen: 0, values: { amountFen: 1, reason: '票据不全', notToldBefore: true } },
    ],
    removedDeductions: [],
    reason: '重复',
    draftKey: null,
  });
};
