import { addMinutes, chinaDateOf, chinaOffsetMinutes } from '../kernel/dates.ts';
import { formatFen } from '../kernel/money.ts';
import type { Offer } from './model.ts';
import { restOf } from './rules.ts';
import type { SheetDeduction, SheetLine, SheetPayer } from './sheet-model.ts';

/**
 * The text that a person signs when they accept. It is Chinese in every language of the app, because it is a document: what was
 * shown is what is hashed and kept, so a later wording of these lines changes no acceptance that was signed before.
 */
export type AcceptanceWords = { kind: (kind: SheetLine['kind']) => string; layer: (layer: SheetPayer['layer']) => string };

type Shown = {
  reportNumber: string;
  partyName: string;
  offer: Pick<Offer, 'version' | 'amountFen' | 'advancesFen' | 'explanation' | 'sheet' | 'putAt'>;
};

const yuan = (fen: number): string => `${formatFen(fen)} 元`;

const deductionText = ({ amountFen, reason, clause, toldAt }: SheetDeduction): string =>
  `   扣减 ${yuan(amountFen)}：${reason}${clause === null ? '' : `（依据：${clause}）`}；${toldAt === null ? '事前没有告知过' : `${chinaDateOf(toldAt)} 已告知`}`;

const lineText = (line: SheetLine, index: number, words: AcceptanceWords): string =>
  [
    `${index + 1}. ${words.kind(line.kind)}${line.label === null ? '' : `（${line.label}）`}：主张 ${line.claimedFen === null ? '未提出' : yuan(line.claimedFen)}，认可 ${yuan(line.allowedFen)}`,
    ...line.deductions.map(deductionText),
  ].join('\n');

const payerText = (payer: SheetPayer, words: AcceptanceWords): string =>
  `· ${words.layer(payer.layer)}：${yuan(payer.dueFen)}${payer.alreadyPaidFen > 0 ? `，其中已付 ${yuan(payer.alreadyPaidFen)}` : ''}`;

const sheetParts = (sheet: NonNullable<Offer['sheet']>, words: AcceptanceWords): string[] => [
  '一、各项赔偿',
  ...sheet.lines.map((line, index) => lineText(line, index, words)),
  `合计：主张 ${yuan(sheet.claimedFen)}，认可 ${yuan(sheet.allowedFen)}，扣减 ${yuan(sheet.deductedFen)}`,
  '',
  '二、由谁支付',
  ...(sheet.lumpReason === null ? [] : [`一次性总额，不分险种：${sheet.lumpReason}`]),
  ...sheet.payers.map((payer) => payerText(payer, words)),
  `按责任由本人自担：${yuan(sheet.ownShareFen)}`,
  '',
];

/** `2026-03-02 10:20`, Chinese wall-clock time. */
const clock = (at: string | null): string => (at === null ? '' : addMinutes(at, chinaOffsetMinutes).slice(0, 16).replace('T', ' '));

export const acceptanceText = ({ reportNumber, partyName, offer }: Shown, words: AcceptanceWords): string => {
  const { restFen, surplusFen } = restOf(offer);
  return [
    '赔付方案确认书',
    `报案号：${reportNumber}`,
    `伤者：${partyName}`,
    `方案：第 ${offer.version} 版，${clock(offer.putAt)} 给出`,
    '',
    ...(offer.sheet === null ? [] : sheetParts(offer.sheet, words)),
    `赔偿总额：${yuan(offer.amountFen ?? 0)}`,
    `已经垫付：${yuan(offer.sheet === null ? (offer.advancesFen ?? 0) : offer.sheet.alreadyPaidFen + offer.sheet.refundsFen)}`,
    `本人还将收到：${yuan(restFen)}`,
    ...(surplusFen > 0 ? [`垫付超出部分退还垫付方：${yuan(surplusFen)}`] : []),
    '',
    ...(offer.explanation === null || offer.explanation === '' ? [] : ['对方案的解释：', offer.explanation, '']),
    '以上内容已经给我看过、讲过，我同意按此处理。',
  ].join('\n');
};
