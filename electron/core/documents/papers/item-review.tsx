import type { DamageItem } from '../../../../shared/damages/model.ts';
import { sheetDeduction } from '../../../../shared/offers/sheet-deduction.ts';
import type { OwnPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures } from '../parts/parts.tsx';
import { DeductionText } from '../parts/sheet-parts.tsx';
import type { OwnSource } from '../source.ts';
import * as words from '../words.ts';

const itemsOf = ({ file, party }: OwnSource): DamageItem[] => file.items.filter(({ partyId }) => partyId === party?.id);

const angle = (name: string, answer: string | null, note: string | null): string =>
  words.joined([name, words.reviewAngle(answer ?? 'open'), note === null || note === '' ? null : `（${note}）`], '');

/** The three angles of a review, apart from each other: covered, right amount, papers in order. */
const Angles = ({ item }: { item: DamageItem }) => (
  <>
    <p>{angle('是否赔：', item.covered, item.coveredNote)}</p>
    <p>{angle('金额：', item.amountFair, item.amountFairNote)}</p>
    <p>{angle('材料：', item.papersComplete, item.papersNote)}</p>
  </>
);

const Reasons = ({ source, item }: { source: OwnSource; item: DamageItem }) => {
  const rows = source.file.deductions.filter(({ itemId }) => itemId === item.id).map((row) => sheetDeduction(row, source.file.disclosures));
  return (
    <>
      {rows.map((row) => (
        <DeductionText key={row.id} row={row} />
      ))}
      {rows.length === 0 ? <p className="none">没有扣减。</p> : null}
      {item.remark === null ? null : <p className="pointer">{item.remark}</p>}
    </>
  );
};

const lineOf = (source: OwnSource, item: DamageItem) => ({
  key: item.id,
  cells: [
    <div key="what">
      <p>{words.joined([words.damageKind(item.kind), item.label])}</p>
      <p className="pointer">{words.joined([item.fromOn, item.untilOn, item.days === null ? null : `${item.days} 天`, item.basis])}</p>
    </div>,
    words.amount(item.claimedFen),
    words.amount(item.computedFen),
    words.amount(item.allowedFen),
    <Angles key="angles" item={item} />,
    <Reasons key="why" source={source} item={item} />,
    item.decision === 'decided' ? '已定' : '未定',
  ],
});

/** 逐项审核表: every item with what was claimed, computed and allowed, the three angles, and each deduction with its telling. */
export const itemReviewPaper: OwnPaper = {
  kind: 'itemReview',
  title: '逐项审核表',
  readers: 'own',
  scope: 'party',
  gap: (source) => (source.party === null ? 'no-party' : itemsOf(source).length === 0 ? 'no-items' : null),
  body: (source) => {
    const items = itemsOf(source);
    const sum = (name: 'claimedFen' | 'allowedFen'): number => items.reduce((total, item) => total + (item[name] ?? 0), 0);
    return (
      <>
        <AccidentPairs row={source.file.case} />
        <Pairs
          rows={[
            ['伤者', source.party?.name],
            ['已定项目', `${items.filter(({ decision }) => decision === 'decided').length} / ${items.length}`],
            ['主张合计', words.yuan(sum('claimedFen'))],
            ['核定合计', words.yuan(sum('allowedFen'))],
          ]}
        />
        <Section title="逐项">
          <Lines
            columns={[
              { title: '项目', width: '24mm' },
              { title: '主张（元）', width: '24mm', number: true },
              { title: '计算（元）', width: '24mm', number: true },
              { title: '核定（元）', width: '24mm', number: true },
              { title: '三个角度', width: '26mm' },
              { title: '扣减、理由和告知' },
              { title: '定否', width: '11mm' },
            ]}
            lines={items.map((item) => lineOf(source, item))}
            ending={<Signatures who={['审核人', '复核人']} />}
          />
        </Section>
      </>
    );
  },
};
