import { toHalfWidth } from '../kernel/text.ts';
import { importColumns, type ImportColumn, type Mapping } from './contract.ts';
import type { Sheet } from './table.ts';

/** What core systems call a column, in Chinese and English; the first name of each is the usual one. */
const names: Record<ImportColumn, readonly string[]> = {
  reportNumber: [
    '报案号',
    '报案编号',
    '报案号码',
    '出险报案号',
    '案件号',
    '案件编号',
    '案件号码',
    '案号',
    'report number',
    'report no',
    'report id',
    'claim number',
    'claim no',
    'case number',
    'case no',
    'notification number',
    'notification no',
  ],
  policyNumber: ['保单号', '保单号码', '保单编号', '保险单号', '保险单号码', 'policy number', 'policy no', 'policy'],
  plate: [
    '车牌号',
    '车牌',
    '车牌号码',
    '号牌号码',
    '号牌',
    '车辆号牌',
    '标的车牌',
    '标的车牌号',
    '标的车牌号码',
    'plate',
    'plate number',
    'plate no',
    'licence plate',
    'license plate',
    'registration number',
    'vehicle registration',
  ],
  insuredName: [
    '被保险人',
    '被保险人姓名',
    '被保险人名称',
    '被保人',
    '被保人姓名',
    '客户姓名',
    '客户名称',
    'insured',
    'insured name',
    'name of insured',
    'policyholder',
    'policy holder',
    'customer name',
  ],
  insuredPhone: [
    '联系电话',
    '电话',
    '电话号码',
    '手机',
    '手机号',
    '手机号码',
    '联系方式',
    '被保险人电话',
    '被保险人联系电话',
    '被保险人手机',
    '被保险人手机号',
    '客户电话',
    '报案电话',
    '报案人电话',
    'phone',
    'phone number',
    'telephone',
    'mobile',
    'mobile number',
    'contact phone',
    'contact number',
    'insured phone',
  ],
  accidentAt: [
    '出险时间',
    '出险日期',
    '出险日期时间',
    '事故时间',
    '事故日期',
    '事故发生时间',
    'accident time',
    'accident date',
    'accident at',
    'date of accident',
    'time of accident',
    'date of loss',
    'loss date',
    'loss time',
  ],
  accidentPlace: [
    '出险地点',
    '出险地址',
    '事故地点',
    '事故地址',
    '事故发生地',
    'accident place',
    'accident location',
    'place of accident',
    'place of loss',
    'location',
  ],
  accidentCause: ['出险原因', '事故原因', '事故类型', 'accident cause', 'cause of accident', 'cause of loss', 'cause'],
  injuredCount: [
    '伤者人数',
    '受伤人数',
    '人伤人数',
    '伤人数',
    '伤者数',
    '伤亡人数',
    'injured count',
    'injured',
    'injured persons',
    'number of injured',
    'injured number',
  ],
  hospital: [
    '就诊医院',
    '就医医院',
    '治疗医院',
    '入住医院',
    '收治医院',
    '住院医院',
    '医院',
    '医院名称',
    '就诊医院名称',
    'hospital',
    'hospital name',
    'treating hospital',
  ],
  ownerName: [
    '查勘员',
    '归属人',
    '查勘人',
    '查勘人员',
    '人伤查勘员',
    '处理人',
    '处理人员',
    '经办人',
    '负责人',
    '跟踪人',
    '案件归属人',
    'owner',
    'owner name',
    'surveyor',
    'handler',
    'assigned to',
  ],
  reportedAt: ['报案时间', '报案日期', '报案日期时间', 'reported at', 'report time', 'report date', 'date reported', 'notification date'],
  severity: ['案件等级', '严重程度', '伤情程度', '伤情等级', '伤情', 'severity', 'case severity'],
};

/** A heading without case, blanks, punctuation and remarks in brackets: "联系电话（手机）*" is "联系电话". */
const tidyHeading = (text: string): string =>
  toHalfWidth(text)
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s_\-.:#*·/、，。]+/g, '');

const columnByName = new Map(importColumns.flatMap((column) => names[column].map((name) => [tidyHeading(name), column] as const)));

/** Which columns of a heading row are known; of two that mean the same the first counts. */
export const recogniseHeadings = (headings: readonly string[]): Mapping => {
  const found: Partial<Record<ImportColumn, number>> = {};
  headings.forEach((heading, index) => {
    const column = columnByName.get(tidyHeading(heading));
    if (column !== undefined && found[column] === undefined) found[column] = index;
  });
  return mappingOf(found);
};

/** A mapping that names every column, so that "not there" is said and not left out. */
export const mappingOf = (given: Partial<Record<ImportColumn, number | null>>): Mapping =>
  Object.fromEntries(importColumns.map((column) => [column, given[column] ?? null])) as Mapping;

const known = (mapping: Mapping): number => Object.values(mapping).filter((index) => index !== null).length;

/** Title lines, dates of export and notes stand above the heading; it is searched in the first lines only. */
const searchedLines = 30;

/**
 * Index of the heading row: the one with most known names, the lower one of two equal neighbours (a heading merged over two
 * lines). Without any known name it is the first row with two texts, to be mapped by hand; null when there is none.
 */
export const findHeadingRow = ({ rows }: Sheet): number | null => {
  let best = { row: -1, count: 0 };
  rows.slice(0, searchedLines).forEach((cells, row) => {
    const mapping = recogniseHeadings(cells);
    const count = known(mapping);
    const counts = count >= 2 || mapping['reportNumber'] !== null;
    if (counts && (count > best.count || (count === best.count && row === best.row + 1))) best = { row, count };
  });
  if (best.row >= 0) return best.row;
  const first = rows.findIndex((cells) => new Set(cells.filter((cell) => cell.trim() !== '')).size >= 2);
  return first < 0 ? null : first;
};
