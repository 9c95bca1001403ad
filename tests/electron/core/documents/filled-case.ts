import type { Session } from '../../../../electron/core/session.ts';
import { addFacts } from '../../../../electron/core/facts/add-facts.ts';
import { addMinutes } from '../../../../shared/kernel/dates.ts';
import { aCase, aContact, aParty, must } from '../../../support/file.ts';

/** An invented ID number whose check digit holds. */
export const idNumber = '110101194803070025';

export type Filled = { caseId: string; partyId: string };

/** An invented case: an elderly pedestrian with an ankle fracture, visited once, with a first statement. */
export const filledCase = (session: Session): Filled => {
  const caseId = aCase(session, {
    reportNumber: 'R2026-0417',
    plate: '晋A12345',
    insuredName: '周建国',
    accidentAt: '2026-02-20T00:40:00.000Z',
    accidentPlace: '城北路与学府街路口',
    liabilityFinding: 'primary',
    liabilityShare: 70,
  });
  const partyId = aParty(session, caseId, { name: '赵桂英', idNumber, hospital: '市一院', department: '骨科', ward: '东六', bed: '12' });
  const log = {
    step: 2,
    partyId: partyId as never,
    counterpart: 'injured' as const,
    channel: 'face' as const,
    place: '市一院东六病区',
    outcome: 'reached' as const,
    contactAt: '2026-02-21T02:00:00.000Z',
  };
  aContact(session, caseId, { log });
  const say = (
    topic: string,
    value: Parameters<typeof addFacts>[1]['facts'][number]['value'],
    source: 'injured' | 'family' = 'injured',
  ) => ({ topic, value, source, sourceName: null });
  must(
    addFacts(session, {
      caseId,
      partyId,
      saidAt: log.contactAt,
      facts: [
        say('retired', { kind: 'choice', choice: 'retiredWorking' }),
        say('occupation', { kind: 'text', text: '在早市帮人看摊' }),
        say('incomeMonthly', { kind: 'money', amountFen: 180_000 }),
        say('carers', { kind: 'carers', carers: [{ name: '钱秀兰', relation: '女儿', days: 20, incomeMonthlyFen: 450_000 }] }, 'family'),
        say('accidentInOwnWords', { kind: 'text', text: '绿灯过马路，走到一半被右转的车碰倒，左脚踝着地。' }),
      ],
    }),
  );
  return { caseId, partyId };
};

/** Tells the injured person so many things, a day apart, with words long enough to fill pages. */
export const tellMany = (session: Session, { caseId, partyId }: Filled, count: number): void => {
  const topics = ['costsOutsideCover', 'keepOriginals', 'papersAndDeadlines', 'transportTickets', 'nursingNeedsOrder'];
  for (let i = 0; i < count; i += 1) {
    const at = addMinutes('2026-02-21T02:00:00.000Z', i * 15);
    aContact(session, caseId, {
      log: {
        step: 4,
        partyId: partyId as never,
        counterpart: i % 3 === 0 ? 'family' : 'injured',
        channel: 'phone',
        outcome: 'reached',
        contactAt: at,
      },
      disclosures: [
        {
          topic: topics[i % topics.length] ?? '',
          words: `第${i + 1}次说明：票据请留原件，护理请医生写明人数和天数，拿不准的费用先问一声再花。`,
          understood: i % 7 === 0 ? 'unclear' : 'yes',
        },
      ],
    });
  }
};
