import settle from '../../../resources/locales/zh-CN/settle.json' with { type: 'json' };
import type { Working } from '../../../shared/damages/engine/assess.ts';
import type { FigureUse, Mark, WorkingInput } from '../../../shared/damages/engine/ledger.ts';

// What the engine writes in signs, in words that both sides can follow. Papers are Chinese whatever the screen shows.

const formulas: Readonly<Record<string, string>> = {
  given: '按票据或双方认可的金额',
  'I × years': '上一年度人均可支配收入 × 赔偿年限',
  'I × years × k': '上一年度人均可支配收入 × 赔偿年限 × 伤残系数',
  'base × k × (1 − own fault)': '当地基数 × 伤残系数 × （1 − 本人过错）',
  'W ÷ 12 × 6': '职工月平均工资 × 6 个月',
  'Σ C × years × share × k': '人均消费支出 × 扶养年限 × 本人应负份额 × 伤残系数',
  'Σ annual rate × years × coefficient × carers': '年护理费用 × 年限 × 护理依赖系数 × 护理人数',
  'Σ bills − medical insurance − deductions': '票据合计 − 医保已报销 − 不计入的费用',
  'Σ price × pieces × ⌈term ÷ cycle⌉ + maintenance': '单价 × 数量 × 更换次数 + 维护费',
  'Σ price × pieces × ⌊years ÷ cycle⌋': '单价 × 数量 × 次数',
  'Σ rate × days × carers − received': '每日标准 × 天数 × 人数 − 已经取得的收入',
  'Σ receipts': '票据合计',
};

const inputs: Readonly<Record<string, string>> = {
  bills: '票据',
  billsNotAllowed: '不计入的票据',
  paidByMedicalInsurance: '医保已报销',
  deductions: '不计入的费用',
  lines: '分段',
  dailyRate: '每日标准',
  monthlyRate: '每月标准',
  annualRate: '每年标准',
  days: '天数',
  months: '月数',
  amount: '金额',
  income: '人均可支配收入',
  consumption: '人均消费支出',
  wage: '职工平均工资',
  years: '年限',
  lineAmount: '分段金额',
  coefficient: '伤残系数',
  receipts: '票据',
  distress: '精神损害基数',
  received: '已经取得的收入',
};

const figures: Readonly<Record<string, string>> = settle.figures;
const marks: Readonly<Record<Mark, string>> = { P: '法条原文', J: '判决', S: '二手资料', U: '未核实', input: '案件录入' };
export const markName = (mark: Mark): string => marks[mark];

/** `art. 10 para 2` → `第10条第2款`. */
export const lawInWords = (text: string): string =>
  text.replaceAll(
    /\barts?\. (\d+(?:[–-]\d+)?)(?: para (\d+))?/g,
    (_all, article: string, paragraph?: string) => `第${article}条${paragraph === undefined ? '' : `第${paragraph}款`}`,
  );

/** Thousands as everywhere else on the paper; days written with dashes stay as they are. */
export const grouped = (text: string): string =>
  text.replaceAll(/(?<![\d.,-])\d{4,}(?![\d-])/g, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ','));

/** Formula, the numbers in it and the article: one line that can be checked with a pocket calculator. */
export const workingInWords = ({ formula, values, article }: Working): string[] => [
  `${formulas[formula] ?? formula}：${grouped(values)}`,
  ...(article === '' ? [] : [lawInWords(article)]),
];

/** Where a number comes from: pack, region, year and series in words; texts of sources stay as they were written. */
export const sourceInWords = (source: string): string =>
  lawInWords(source)
    .replace(/^liubu-standards@/, '标准数据包 ')
    .replace(/\b(urban|rural)[A-Z][A-Za-z]+\b|\b(wage|industryWage|livingCost)\b/, (name) => figures[name] ?? name)
    .replace(/\bage (\d+)\b/, '$1 周岁')
    .replaceAll('published judgments', '已公开的判决');

/** One number with where it comes from and how well it is known. */
export const inputInWords = ({ name, value, source, mark }: WorkingInput): string => {
  const from = sourceInWords(source);
  return `${inputs[name] ?? name} ${grouped(value)}${from === '' ? '' : `（${from}）`}［${markName(mark)}］`;
};

export const figureName = ({ figure }: FigureUse): string => figures[figure] ?? figure;
const groups: Readonly<Record<string, string>> = settle.groups;
export const groupName = (group: string): string => groups[group] ?? group;
