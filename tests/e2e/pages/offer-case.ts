import { at } from './ankle-case.ts';

// One invented case of money: what is claimed, what is told before it is cut, and what is talked about.

const told = {
  topic: 'nonListedDrugs',
  words: '目录外的药和进口钢板，超出同类标准的部分保险不付。',
  understood: 1,
  proof: 'none',
} as const;

export const money = {
  number: 'R2026112000077',
  plate: '晋A7M218',
  insured: '周建国',
  accidentAt: at(-40, '09:20'),
  person: { name: '孙丽华', hospital: '江城市第二医院' },
  visit: { body: '说明目录外用药怎么算，孙女士表示理解。', told },
  /** As the surveyor writes them down. */
  items: [
    { kind: 'medical', claimed: '128000' },
    { kind: 'nursing', claimed: '6000', days: '40' },
    { kind: 'lostIncome', claimed: '12000', days: '60' },
  ],
  /** As the handler allows them: why less, and whether it was told before. */
  cuts: {
    medical: { allowed: '118000', amount: '10000', reason: '目录外用药超出同类标准', clause: '第二十六条', told: true },
    nursing: { allowed: '2160', amount: '3840', reason: '护理天数超出医嘱', clause: '第八条', told: false },
    lostIncome: { allowed: '9000', amount: '3000', reason: '按银行流水认定日收入', clause: '第七条', told: true },
  },
  /** After the talks: nursing as the person's daughter kept it. */
  better: { allowed: '4000', amount: '2000', reason: '护理天数超出医嘱，按病历补认十五天' },
  explained: '医疗费按同类标准，护理按医嘱，误工按流水。',
  talk: { nursing: '6000', lostIncome: '9000', words: '女儿说护理记录齐全，误工没有意见。' },
  counter: { amount: '110000', words: '护理费要按四十天算' },
  letter: { reason: '目录外用药和超出医嘱的护理不能赔付', clause: '保险条款第二十六条' },
  payment: 'PAY-2026-0077',
} as const;
