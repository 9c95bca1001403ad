import { chinaDateOf } from '../../../shared/kernel/dates.ts';

// One invented case: an elderly pedestrian with an ankle fracture. Nothing in it is about a living person.

const dayMs = 86_400_000;

/** A day before or after today, and a time on it, as they are typed. */
export const day = (offset: number): string => chinaDateOf(new Date(Date.now() + offset * dayMs).toISOString());
export const at = (offset: number, time: string): string => `${day(offset)} ${time}`;

export type Told = { topic: string; words: string; understood: 1 | 2 | 3; proof: string };

export const ankle = {
  number: 'R2026112600412',
  plate: '苏A7K392',
  insured: '陈建国',
  person: { name: '赵桂英', idNumber: '110101194803070025', hospital: '江城市第一医院' },
  callback: {
    body: '陈先生说右转时没看到行人，人倒地后马上报警叫救护车。他担心家属要价高，愿意配合。',
    place: '电话（办公室）',
    told: [
      { topic: 'costsOutsideCover', words: '进口钢板超出普及型的部分、特需病房、陪人的饭钱，保险不付。', understood: 1, proof: 'sound' },
      { topic: 'papersAndDeadlines', words: '行驶证、驾驶证、保单和事故认定书，三天内拍照发来。', understood: 1, proof: 'sent-text' },
      { topic: 'noPrivatePromise', words: '家属提到数目时，先打电话给我们再答复。', understood: 3, proof: 'none' },
    ] satisfies Told[],
    promise: '明天上午回电说明垫付怎么申请',
    question: '我自己先付的两千元算谁的？',
    answer: '票据写伤者名字并留好，最后一起算，从赔款里扣回给您。',
  },
  /** First statement: by topic, what is typed and how the printed record says it. */
  said: [
    { topic: 'occupation', text: '退休前是纺织厂挡车工，现在在早市帮人看摊' },
    { topic: 'employer', text: '没有单位，摊主姓孙' },
    { topic: 'incomeMonthly', text: '１，８００', printed: '1,800.00元' },
    { topic: 'incomePaidBy', choice: 'cash' },
    { topic: 'incomeProof', choice: 'none' },
    { topic: 'retired', choice: 'retiredWorking' },
    { topic: 'household', choice: 'urban' },
    { topic: 'homeAddress', text: '江城市青石巷9号3单元201' },
    { topic: 'livingSituation', choice: 'alone' },
    { topic: 'oldIllness', text: '骨质疏松，三年前查出来的' },
    { topic: 'oldInjury', text: '没有' },
    { topic: 'walkingBefore', choice: 'free' },
    { topic: 'accidentInOwnWords', text: '绿灯亮了我才走，走到一半右转的车碰了我右边，右脚踝着地，站不起来。' },
    { topic: 'firstTreatment', text: '救护车送到市一院，当晚打了石膏' },
  ] as { topic: string; text?: string; choice?: string; printed?: string }[],
  carer: { name: '钱秀兰', relation: '女儿', days: '20', income: '4500', printed: '钱秀兰女儿20天月收入4,500.00元' },
  visit: {
    body: '老人情绪平稳，女儿在旁。先问身体再问家里，老人愿意说。',
    place: '江城市第一医院骨科东六12床',
    told: [
      { topic: 'rightsAndPrivacy', words: '可以不回答，信息只用于这次理赔；看过再签字。', understood: 1, proof: 'signature' },
      { topic: 'oldIllness', words: '骨质疏松对骨折的影响要听医生的，如有争议由鉴定说明。', understood: 2, proof: 'none' },
    ] satisfies Told[],
  },
  doctor: {
    name: '赵医生',
    spoken: '右踝关节骨折，可能要手术',
    written: '右侧双踝骨折',
    written10: 'S82',
    plan: '切开复位内固定，术后石膏六周',
    body: '赵医生说骨折由这次外力造成，骨质疏松是次要原因，钢板有国产可选。',
    doubt: '老人说碰了右边，认定书写左侧接触',
    askWhom: '交警事故科，调路口录像',
  },
  advance: { amount: '20000', need: '手术押金两万元，家属一时凑不齐' },
  follow: {
    body: '女儿说伤口恢复好，问护理费怎么算。告诉她要有医嘱写明人数和天数。',
    told: [
      { topic: 'nursingNeedsOrder', words: '护理人数和天数请医生写进出院小结。', understood: 1, proof: 'sent-text' },
      { topic: 'transportTickets', words: '复查的车票写日期和事由，按次留好。', understood: 1, proof: 'none' },
    ] satisfies Told[],
    promise: '周五前把护理标准发给女儿',
    movedTo: at(6, '17:00'),
    movedWhy: '标准本周更新，等新版',
    movedNotice: '电话告诉女儿改到下周，女儿说可以',
  },
  mediation: { place: '江城市交警调解室', mediator: '老陈', note: '对方要护理六十天，我方按医嘱四十天。' },
  lumpSum: '一次了结后，除另有约定外不再另付，签字前可以再问。',
  ask: {
    one: '请批准一次了结，多付护理费和营养费3,500元',
    amount: '3500',
    checked: '七十八岁，独居，女儿请假照护，邻居李阿姨证实',
    silent: '卷面没有鉴定，按规定不计护理和营养；现场看老人两个月不能自理',
    ours: '多付一个月护理',
    theirs: '不再要求鉴定和误工',
    ways: [
      { amount: '45000', extra: '0', days: '10', note: '双方已口头同意' },
      { amount: '48000', extra: '2600', days: '75', note: '鉴定后护理营养都会支持' },
      { amount: '52000', extra: '6000', days: '210', note: '另加诉讼费和律师费' },
    ],
    field: '电话告诉了查勘员，当天',
    told: '主管同意一次了结，已电话告诉女儿，女儿表示同意。',
  },
} as const;
