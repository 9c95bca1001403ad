/** One contact log as a plain document: what every peer of the sync benchmark has to carry. */
export type LogDocument = {
  id: string;
  caseId: string;
  step: number;
  counterpart: string;
  counterpartName: string;
  channel: string;
  outcome: string;
  contactAt: string;
  mood: number;
  place: string;
  body: string;
  byPersonId: string;
  at: string;
};

export const corpusSize = 10_000;
export const corpusCases = 120;

const names = ['赵建国', '钱秀兰', '孙志强', '李桂英', '周海涛', '吴晓梅', '郑国庆', '王玉珍'];
const places = ['市第一人民医院骨科住院部', '市二院急诊观察室', '中医院康复科', '县医院外科', '人民医院神经外科'];
const said = [
  '说明误工费需要收入证明和近六个月的银行流水，缺一项就先按行业标准算。',
  'Family asks whether the imported plate is covered; explained the difference and noted their answer.',
  '护理人数按医嘱一人计算，家属希望两人，已请医生写明理由。',
  '告知交通费凭票，超出就医往返部分不在赔付范围内，对方表示理解。',
  '约定周三下午三点前给出医疗费初审意见，并说明后续治疗费要看复查结果。',
];

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
const uuid = (kind: number, n: number): string =>
  `0193a000-${kind.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The n-th document: the same bytes in every run, about 600 bytes of JSON, mixed Chinese and Latin. */
export const logDocument = (n: number): LogDocument => ({
  id: uuid(1, n),
  caseId: uuid(2, n % corpusCases),
  step: 1 + (n % 4),
  counterpart: n % 2 === 0 ? 'insured' : 'injured',
  counterpartName: pick(names, n * 3),
  channel: n % 3 === 0 ? 'face' : 'phone',
  outcome: 'reached',
  contactAt: new Date(Date.UTC(2026, 9, 1) + n * 61_000).toISOString(),
  mood: 1 + (n % 5),
  place: pick(places, n * 7),
  body: `${pick(said, n)}${pick(said, n * 3 + 1)}第${n}次联系，已记录。`,
  byPersonId: uuid(3, n % 7),
  at: new Date(Date.UTC(2026, 9, 1) + n * 61_000 + 40_000).toISOString(),
});

export const corpus = (): LogDocument[] => Array.from({ length: corpusSize }, (_, n) => logDocument(n));
