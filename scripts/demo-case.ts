import { registerCase } from '../electron/core/cases/register-case.ts';
import { writeEscalation, type EscalationValues } from '../electron/core/escalations/write-escalation.ts';
import { addParty } from '../electron/core/parties/save-party.ts';
import type { Session } from '../electron/core/session.ts';
import { recordContact } from '../electron/core/workflows/record-contact.ts';
import type { CaseId, PartyId } from '../shared/kernel/ids.ts';
import type { Problem } from '../shared/kernel/problem.ts';
import type { Result } from '../shared/kernel/result.ts';

export const must = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${result.error.field ?? ''}`);
  return result.value;
};

const day = 86_400_000;

const accident = {
  reportNumber: 'R2026-DEMO-1',
  plate: '苏A60606',
  insuredName: '陈远志',
  insuredPhone: '13900006060',
  accidentPlace: '学府街路口',
  accidentCause: '右转未让行人',
  hospital: '江城市第一医院',
  injuredCount: 1,
};

const person = {
  name: '赵桂英',
  gender: 'female',
  bornOn: '1951-03-08',
  hospital: '江城市第一医院',
  ward: '东六',
  bed: '12',
  injurySummary: '右踝软组织挫伤',
} as const;

const visit = {
  step: 2,
  counterpart: 'family',
  counterpartName: '钱女士',
  channel: 'face',
  outcome: 'reached',
  mood: 3,
  body: '到病房探望，家属担心护理费不赔。已说明按医嘱天数和当地标准计算，没有伤情不另计营养费。',
} as const;

const request: EscalationValues = {
  kind: 'accommodation',
  ask: '请同意按 12 天护理费通融支付 1,440 元，现在一次了结。',
  amountFen: 144_000,
  factsChecked: '七十五岁，独居，出院后由女儿照料；医生口头建议休养两周。',
  whyFileSilent: '病历没有护理医嘱，书面看不出需要照料。',
  scenarios: [
    { way: 'settle-now', amountFen: 144_000, extraCostFen: 0, days: 5, note: '协商一次了结' },
    { way: 'after-appraisal', amountFen: 360_000, extraCostFen: 240_000, days: 60, note: '鉴定通常给护理和营养期' },
    { way: 'in-court', amountFen: 360_000, extraCostFen: 320_000, days: 150, note: '另加诉讼费' },
  ],
  ourConcessions: '付 12 天护理费',
  theirConcessions: '不再要求营养费和鉴定',
};

/** An invented case, one visit old, with a request that only has to be handed in: it can travel to handler and supervisor. */
export const prepareCase = (session: Session): void => {
  const at = (ago: number): string => new Date(Date.parse(session.clock.now().at) - ago * day).toISOString();
  const values = { ...accident, accidentAt: at(2), reportedAt: at(1.9) };
  const caseId = must(registerCase(session, { values })).id as CaseId;
  const partyId = must(addParty(session, { caseId, values: person })).id as PartyId;
  must(
    recordContact(session, {
      caseId,
      logId: session.ids.next(),
      log: { ...visit, partyId, contactAt: at(1) },
      disclosures: [],
      promises: [{ what: '周五前答复护理费怎么算', side: 'us', dueAt: at(-2) }],
      questions: [{ body: '女儿请假陪护，工资怎么算？', askedBy: 'family', askedAt: at(1) }],
      facts: [],
      draftKey: null,
    }),
  );
  must(writeEscalation(session, { caseId, values: { ...request, partyId } }));
};
