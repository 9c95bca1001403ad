import { askAdvance, decideAdvance, payAdvance } from '../../../../electron/core/advances/move-advance.ts';
import { writeAdvance } from '../../../../electron/core/advances/write-advance.ts';
import { addAttachment } from '../../../../electron/core/attachments/add-attachment.ts';
import { raiseDoubt, recordDiagnosis, recordEstimate } from '../../../../electron/core/doctors/record-finding.ts';
import { recordMark, recordTreatment } from '../../../../electron/core/doctors/record-injury.ts';
import { decideEscalation } from '../../../../electron/core/escalations/decide-escalation.ts';
import { remarkOnEscalation } from '../../../../electron/core/escalations/remark-on-escalation.ts';
import { submitEscalation } from '../../../../electron/core/escalations/submit-escalation.ts';
import { tellDecision } from '../../../../electron/core/escalations/tell-decision.ts';
import { writeEscalation } from '../../../../electron/core/escalations/write-escalation.ts';
import { recordRound } from '../../../../electron/core/mediations/record-round.ts';
import { movePapers } from '../../../../electron/core/papers/move-papers.ts';
import { notifyMissing } from '../../../../electron/core/papers/notify-missing.ts';
import { settlePromise } from '../../../../electron/core/promises/settle-promise.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { freezeStatement } from '../../../../electron/core/statements/freeze-statement.ts';
import { previewStatement } from '../../../../electron/core/statements/preview-statement.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import type { CaseId, PartyId } from '../../../../shared/kernel/ids.ts';
import type { PaperTarget } from '../../../../shared/papers/contract.ts';
import { picture } from '../../../e2e/pages/files.ts';
import { aCase, aContact, aParty, must, workAs } from '../../../support/file.ts';
import type { FakeClock } from '../../../support/clock.ts';
import { idNumber } from './filled-case.ts';

export type Full = { caseId: string; partyId: string; escalationId: string };
type Room = { session: Session; clock: FakeClock; caseId: CaseId; partyId: PartyId };

const aPicture = (seed: number): File => new File([new Uint8Array(picture(seed))], `照片${seed}.png`, { type: 'image/png' });

const register = (session: Session): { caseId: CaseId; partyId: PartyId } => {
  const caseId = aCase(session, {
    reportNumber: 'R2026-0417',
    policyNumber: 'P2026-7741',
    plate: '晋A12345',
    insuredName: '周建国',
    insuredPhone: '13900001234',
    driverName: '周小川',
    driverPhone: '13900004321',
    reportedAt: '2026-03-01T01:00:00.000Z',
    accidentAt: '2026-03-01T00:40:00.000Z',
    accidentPlace: '城北路与学府街路口',
    accidentCause: '右转未让行人',
    accidentCourse: '右转时没看到人行横道上的行人，右前角碰到，人倒地，随后报警并叫救护车。',
    liabilityFinding: 'primary',
    liabilityShare: 70,
    commercialLimitFen: 100_000_000,
    severity: 'serious',
    hopes: '尽快处理，不上法院',
    worries: '怕家属要价太高',
    advanceNeeded: true,
  });
  const partyId = aParty(session, caseId, {
    name: '赵桂英',
    gender: 'female',
    idNumber,
    phone: '13900005678',
    roadRole: 'pedestrian',
    hospital: '市一院',
    department: '骨科',
    ward: '东六',
    bed: '12',
    injurySummary: '右踝骨折',
    privacyNoticeGivenAt: '2026-03-02T01:00:00.000Z',
  });
  return { caseId: caseId as CaseId, partyId: partyId as PartyId };
};

const callback = ({ session, caseId, partyId }: Room): void => {
  const contactAt = session.clock.now().at;
  const told = (topic: string, words: string) => ({ topic, words, understood: 'yes' as const, proof: 'sound' as const });
  aContact(session, caseId, {
    log: {
      contactAt,
      step: 1,
      counterpart: 'insured',
      counterpartName: '周建国',
      channel: 'phone',
      outcome: 'reached',
      mood: 4,
      body: '周先生说右转时没看到行人，担心家属要价高，愿意配合。',
    },
    disclosures: [
      told('costsOutsideCover', '进口钢板超出普及型的部分、特需病房、陪人的饭钱，保险不付。'),
      told('papersAndDeadlines', '行驶证、驾驶证、保单和事故认定书，三天内拍照发来。'),
    ],
    promises: [{ what: '明天上午回电说明垫付怎么申请', side: 'us', dueAt: '2026-03-03T02:00:00.000Z' }],
    questions: [
      {
        body: '我自己先付的两千元算谁的？',
        complex: false,
        askedBy: 'insured',
        askedAt: contactAt,
        answer: '票据写伤者名字并留好，最后一起算。',
        answeredAt: contactAt,
      },
    ],
    facts: [{ topic: 'policeReported', value: { kind: 'choice', choice: 'finding' }, source: 'insured', sourceName: null }],
  });
  aContact(session, caseId, {
    log: {
      contactAt,
      step: 2,
      partyId,
      counterpart: 'injured',
      counterpartName: '赵桂英',
      channel: 'face',
      outcome: 'reached',
      place: '市一院骨科东六病区',
      body: '老人情绪平稳，女儿在旁。先问身体再问家里。',
    },
    disclosures: [
      {
        topic: 'rightsAndPrivacy',
        partyId,
        words: '可以不回答，信息只用于这次理赔；看过再签字。',
        understood: 'yes',
        proof: 'signature',
      },
      { topic: 'nursingNeedsOrder', partyId, words: null, understood: 'unclear', proof: 'none' },
    ],
    promises: [{ what: '周五前把护理标准发给女儿', side: 'us', partyId, dueAt: '2026-03-06T09:00:00.000Z' }],
    questions: [
      {
        body: '护理费按谁的工资算？',
        partyId,
        complex: true,
        askedBy: 'family',
        askedAt: contactAt,
        answer: null,
        answeredAt: null,
      },
    ],
    facts: [
      { topic: 'occupation', value: { kind: 'text', text: '在早市帮人看摊' }, source: 'injured' },
      { topic: 'incomeMonthly', value: { kind: 'money', amountFen: 180_000 }, source: 'injured' },
      {
        topic: 'carers',
        value: { kind: 'carers', carers: [{ name: '钱秀兰', relation: '女儿', days: 20, incomeMonthlyFen: 450_000 }] },
        source: 'family',
        sourceName: '钱秀兰',
      },
      { topic: 'accidentInOwnWords', value: { kind: 'text', text: '绿灯过马路，走到一半被右转的车碰倒，右脚踝着地。' }, source: 'injured' },
    ].map((fact) => ({ sourceName: null, ...fact })) as never,
  });
};

const freeze = async ({ session, caseId, partyId }: Room): Promise<void> => {
  const { textHash } = must(previewStatement(session, { caseId, partyId }));
  const signature = {
    width: 480,
    height: 140,
    strokes: [
      [60, 80, 120, 40, 160, 100, 220, 60],
      [240, 40, 240, 110],
    ],
  };
  must(
    freezeStatement(session, {
      caseId,
      partyId,
      textHash,
      signing: 'screen',
      signedBy: '赵桂英',
      signature,
      attachmentId: null,
      refusal: null,
    }),
  );
  for (const [i, subject] of (['identity', 'injury'] as const).entries()) {
    const takenAt = session.clock.now().at;
    must(
      await addAttachment(session, {
        caseId,
        partyId,
        logId: null,
        subject,
        takenAt,
        file: aPicture(i + 1),
        thumbnail: null,
      }),
    );
  }
};

const doctor = (room: Room): void => {
  const { session, caseId } = room;
  const partyId = room.partyId;
  const at = { hospital: '市一院', department: '骨科', doctor: '赵医生', statedOn: '2026-03-02' };
  must(recordDiagnosis(session, { caseId, values: { partyId, mode: 'spoken', body: '右踝关节骨折，可能要手术', ...at } }));
  const { id: diagnosisId } = must(
    recordDiagnosis(session, { caseId, values: { partyId, mode: 'written', body: '右侧双踝骨折', icd10: 'S82.8', ...at } }),
  );
  must(
    recordEstimate(session, {
      caseId,
      values: {
        partyId,
        plan: '切开复位内固定，术后石膏六周',
        stayDays: 14,
        costFen: 3_800_000,
        nonListedFen: 600_000,
        outcome: '三个月后可负重行走',
        doctor: '赵医生',
        statedOn: '2026-03-02',
      },
    }),
  );
  must(
    recordMark(session, {
      caseId,
      values: {
        partyId,
        region: 'ankle',
        side: 'right',
        view: 'front',
        kind: 'fracture',
        source: 'doctor',
        note: '双踝',
        diagnosisId: diagnosisId as never,
      },
    }),
  );
  must(recordTreatment(session, { caseId, values: { partyId, kind: 'stay', fromOn: '2026-03-01', hospital: '市一院', source: 'paper' } }));
  must(
    recordTreatment(session, {
      caseId,
      values: { partyId, kind: 'bill', fromOn: '2026-03-02', amountFen: 1_260_050, hospital: '市一院', source: 'paper', note: '住院预交' },
    }),
  );
  must(
    raiseDoubt(session, {
      caseId,
      values: { partyId, body: '老人说碰了右边，认定书写左侧接触', ownerName: '周岚', askWhom: '交警事故科' },
    }),
  );
  aContact(session, caseId, {
    log: {
      step: 3,
      partyId,
      counterpart: 'doctor',
      counterpartName: '赵医生',
      channel: 'face',
      outcome: 'reached',
      place: '骨科办公室',
      contactAt: session.clock.now().at,
      body: '赵医生说骨折由这次外力造成，钢板有国产可选。',
    },
    facts: [
      {
        topic: 'carersNeeded',
        value: { kind: 'choice', choice: 'one' },
        source: 'doctor',
        sourceName: '赵医生',
      },
    ],
  });
};

const papers = ({ session, caseId, partyId }: Room): void => {
  const line = (wordingId: string, of: string | null): PaperTarget => ({ partyId: of, wordingId, name: null, need: 'needed' });
  const notice = {
    caseId,
    channel: 'phone' as const,
    understood: 'yes' as const,
    words: '请一次带齐这些资料。',
    reason: '',
    expectedOn: '2026-03-10',
  };
  const askedAt = session.clock.now().at;
  must(
    notifyMissing(session, {
      ...notice,
      partyId,
      askedAt,
      toWhom: 'injured',
      toName: '赵桂英',
      papers: [line('medicalReceipts', partyId), line('films', partyId), line('sickNote', partyId)],
    }),
  );
  must(
    notifyMissing(session, { ...notice, partyId: null, askedAt, toWhom: 'insured', toName: '周建国', papers: [line('claimForm', null)] }),
  );
  const move = { caseId, reason: '', at: session.clock.now().at };
  must(
    movePapers(session, {
      ...move,
      papers: [line('medicalReceipts', partyId), line('films', partyId)],
      to: 'received',
      withName: '钱秀兰',
      original: true,
    }),
  );
  must(movePapers(session, { ...move, papers: [line('films', partyId)], to: 'checked', withName: null, original: null }));
  must(movePapers(session, { ...move, papers: [line('films', partyId)], to: 'returned', withName: '钱秀兰', original: null }));
};

const movePromise = ({ session, caseId }: Room): void => {
  const promise = must(openCase(session, { caseId })).promises.find(({ what }) => what.startsWith('周五'));
  must(
    settlePromise(session, {
      caseId,
      promiseId: promise?.id ?? '',
      to: 'moved',
      reason: '标准本周更新，等新版',
      dueAt: '2026-03-10T09:00:00.000Z',
      noticeText: '电话告诉女儿',
      noticeLogId: null,
    }),
  );
};

const mediate = ({ session, caseId, partyId }: Room): void => {
  const values = {
    partyId,
    heldAt: session.clock.now().at,
    place: '江城市交警调解室',
    mediator: '马调解员',
    present: ['赵桂英', '钱秀兰', '周岚'],
    ourProposalFen: 4_200_000,
    theirProposalFen: 5_000_000,
    reply: 'countered' as const,
    nextOn: '2026-03-09',
    note: '对方要护理六十天。',
  };
  must(recordRound(session, { caseId, values, draftKey: null }));
};

/** Writes, asks, decides and pays an advance, and escalates: the superior is another person. */
const ask = ({ session, caseId, partyId }: Room): string => {
  const advance = {
    partyId,
    basis: 'agreed' as const,
    itemGroup: 'medical' as const,
    amountFen: 2_000_000,
    payTo: 'hospital' as const,
    payee: '市一院',
    need: '手术押金两万元，家属一时凑不齐',
    confirmed: ['urgent', 'costChecked'] as never,
  };
  const { id: advanceId } = must(writeAdvance(session, { caseId, values: advance as never }));
  must(askAdvance(session, { caseId, advanceId }));
  const scenario = (
    way: 'settle-now' | 'after-appraisal' | 'in-court',
    amountFen: number,
    extraCostFen: number,
    days: number,
    note: string,
  ) => ({ way, amountFen, extraCostFen, days, note });
  const enclosures = must(openCase(session, { caseId })).attachments.map(({ id }) => id);
  const { id: escalationId } = must(
    writeEscalation(session, {
      caseId,
      values: {
        partyId,
        kind: 'accommodation',
        ask: '请批准一次了结，多付护理费和营养费3,500元',
        amountFen: 350_000,
        factsChecked: '七十八岁，独居，女儿请假照护，邻居证实',
        whyFileSilent: '卷面没有鉴定，按规定不计护理和营养',
        scenarios: [
          scenario('settle-now', 4_500_000, 0, 10, '双方已口头同意'),
          scenario('after-appraisal', 4_800_000, 260_000, 75, '鉴定后护理营养都会支持'),
          scenario('in-court', 5_200_000, 600_000, 210, '另加诉讼费'),
        ],
        ourConcessions: '多付一个月护理',
        theirConcessions: '不再要求鉴定和误工',
        enclosures,
      },
    }),
  );
  must(submitEscalation(session, { caseId, escalationId }));
  workAs(session, 'supervisor', '秦主管');
  must(decideAdvance(session, { caseId, advanceId, to: 'approved', decidedFen: 2_000_000, way: 'hospital', toAdd: '' }));
  must(payAdvance(session, { caseId, advanceId, paidOn: '2026-03-02', way: 'hospital', note: '' }));
  must(
    remarkOnEscalation(session, {
      caseId,
      values: { escalationId: escalationId as never, field: 'factsChecked', body: '邻居姓名写进卷宗' },
    }),
  );
  must(
    decideEscalation(session, { caseId, escalationId, to: 'approved-less', decidedFen: 300_000, reason: '护理按一个月给付', remarks: [] }),
  );
  return escalationId;
};

/** An invented case in which everything that steps 1 to 4 and 6 capture was captured: no paper may leave a field of it empty. */
export const fullCase = async (session: Session, clock: FakeClock): Promise<Full> => {
  const room = { session, clock, ...register(session) };
  const stretches = [callback, freeze, doctor, papers, movePromise, mediate];
  for (const stretch of stretches) {
    await stretch(room);
    clock.advance(20);
  }
  const escalationId = ask(room);
  const { caseId, partyId } = room;
  const toldPartyLogId = aContact(session, caseId, {
    log: {
      step: 6,
      partyId,
      counterpart: 'family',
      counterpartName: '钱秀兰',
      channel: 'phone',
      outcome: 'reached',
      contactAt: session.clock.now().at,
      body: '主管同意一次了结，护理按一个月，女儿表示同意。',
    },
  });
  must(tellDecision(session, { caseId, escalationId, toldFieldNote: '电话告诉了周岚', toldPartyLogId }));
  return { caseId, partyId, escalationId };
};
