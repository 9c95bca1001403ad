import type { SheetLine } from '../../../../shared/offers/sheet-model.ts';
import type { CalculatedResult } from '../../../../shared/settlement/file/calculated.ts';
import { ruledHeads } from '../../../../shared/settlement/file/ruled-heads.ts';
import { standingOffer, type WithSheet } from '../offer-source.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import { ClaimedToAgreed, CoverLayers, DeductionText, PayerTable } from '../parts/sheet-parts.tsx';
import type { CustomerSource } from '../source.ts';
import { figureName, grouped, groupName, inputInWords, lawInWords, markName, sourceInWords, workingInWords } from '../working-words.ts';
import * as words from '../words.ts';

type Head = ReturnType<typeof ruledHeads>[number];

/** The line's working: its rule in words with the numbers, the article and every number's source; else how the amount was set. */
const How = ({ line, head }: { line: SheetLine; head: Head | undefined }) => {
  const ruled = head !== undefined && head.working.formula !== 'given';
  return (
    <>
      {ruled ? workingInWords(head.working).map((text) => <p key={text}>{text}</p>) : <p>按票据、医嘱和双方核对的材料认定。</p>}
      {ruled
        ? head.working.inputs.map((one) => (
            <p key={`${one.name}${one.path}`} className="pointer">
              {inputInWords(one)}
            </p>
          ))
        : null}
      {ruled ? <p className="pointer">按此计算为 {words.yuan(head.amountFen)}</p> : null}
      {line.basis === null ? null : <p className="pointer">{line.basis}</p>}
      {line.deductions.map((row) => (
        <DeductionText key={row.id} row={row} />
      ))}
    </>
  );
};

const Items = ({ offer, heads }: { offer: WithSheet; heads: readonly Head[] }) => (
  <Lines
    columns={[
      { title: '项目', width: '26mm' },
      { title: '主张', width: '27mm', number: true },
      { title: '认可', width: '27mm', number: true },
      { title: '怎么算出来的、为什么扣减' },
    ]}
    lines={[
      ...offer.sheet.lines.map((line) => ({
        key: line.itemId,
        cells: [
          words.joined([words.damageKind(line.kind), line.label, line.days === null ? null : `${line.days} 天`]),
          line.claimedFen === null ? '未提出' : words.yuan(line.claimedFen),
          <strong key="a">{words.yuan(line.allowedFen)}</strong>,
          <How key="how" line={line} head={heads.find(({ key }) => key === line.kind)} />,
        ],
      })),
      {
        key: 'total',
        cells: [
          <strong key="t">合计</strong>,
          words.yuan(offer.sheet.claimedFen),
          <strong key="a">{words.yuan(offer.sheet.allowedFen)}</strong>,
          `扣减合计 ${words.yuan(offer.sheet.deductedFen)}`,
        ],
      },
    ]}
  />
);

/** How the loss passes through the covers: sub-limits first, the rest by the share of fault. */
const Layers = ({ result, partyId }: { result: CalculatedResult; partyId: string }) => {
  const victim = result.victims.find(({ id }) => id === partyId);
  if (victim === undefined) return null;
  return (
    <>
      {victim.compulsory.map((one) => (
        <p key={`${one.vehicle}${one.group}`}>
          交强险「{groupName(one.group)}」分项先付 {words.yuan(one.amount.fen)}，不论责任比例。
        </p>
      ))}
      {victim.liabilities.map((one) => (
        <p key={one.vehicle}>
          超出交强险的 {words.yuan(victim.excess.fen)} 按责任比例 {words.percentOf(one.ratio)} 由对方承担：{grouped(one.working)} ={' '}
          {words.yuan(one.amount.fen)}。
        </p>
      ))}
    </>
  );
};

const Figures = ({ result }: { result: CalculatedResult }) => (
  <Lines
    columns={[
      { title: '数据', width: '48mm' },
      { title: '地区和年度', width: '34mm' },
      { title: '数值', width: '26mm', number: true },
      { title: '来源' },
      { title: '核实', width: '20mm' },
    ]}
    empty="各项没有用到统计数据。"
    lines={[...new Map(result.standards.figures.map((one) => [`${one.figure}${one.region}${one.year}${one.series}`, one])).values()].map(
      (one) => ({
        key: `${one.figure}${one.region}${one.year}${one.series}`,
        cells: [
          figureName(one),
          words.joined([one.region, one.year === null ? '' : `${one.year} 年`, one.series]),
          grouped(one.value),
          sourceInWords(one.source),
          markName(one.mark),
        ],
      }),
    )}
  />
);

const Lead = ({ offer }: { offer: WithSheet }) => {
  const { sheet } = offer;
  const paidBefore = sheet.alreadyPaidFen + sheet.refundsFen;
  return (
    <p className="lead">
      您一共主张 {words.yuan(sheet.claimedFen)}。逐项核对后认可 {words.yuan(sheet.allowedFen)}
      {sheet.ownShareFen > 0 ? `，其中按事故责任由您自己承担 ${words.yuan(sheet.ownShareFen)}` : ''}，各方应付 {words.yuan(offer.amountFen)}
      {paidBefore > 0 ? `，此前已经垫付 ${words.yuan(paidBefore)}` : ''}。<strong>您还将收到 {words.yuan(sheet.receivesFen)}。</strong>
      {sheet.surplusFen > 0 ? `垫付超出的 ${words.yuan(sheet.surplusFen)} 退还垫付方。` : ''}
    </p>
  );
};

const Body = ({ source, offer }: { source: CustomerSource; offer: WithSheet }) => {
  const calculation = source.calculation ?? null;
  const result = calculation?.result ?? null;
  const partyId = source.party?.id ?? '';
  const heads = calculation === null ? [] : ruledHeads(calculation.record, partyId);
  return (
    <>
      <AccidentPairs row={source.file.case} />
      <Pairs
        rows={[
          ['伤者', source.party?.name],
          ['赔付方案', `第 ${offer.version} 版（${words.offerState(offer.state)}）`],
          ['适用规则', result === null ? '一次性总额，不分险种' : lawInWords(result.ruleSet.instrument)],
          ['标准数据包', result === null ? '未使用' : `${result.standards.pack} ${result.standards.version}`],
        ]}
      />
      <Lead offer={offer} />
      <ClaimedToAgreed sheet={offer.sheet} />
      {result === null ? null : <CoverLayers result={result} partyId={partyId} />}
      <Section title="一、逐项计算">
        <Items offer={offer} heads={heads} />
      </Section>
      <Section title="二、由谁支付">
        {result === null ? <p>这是一次性总额，不分险种。原因：{offer.sheet.lumpReason}</p> : <Layers result={result} partyId={partyId} />}
        <PayerTable sheet={offer.sheet} />
        {offer.sheet.ownShareFen > 0 ? <p>按责任由本人自担 {words.yuan(offer.sheet.ownShareFen)}，没有人另行支付。</p> : null}
      </Section>
      {result === null ? null : (
        <Section title="三、用到的统计数据">
          <Figures result={result} />
        </Section>
      )}
      <Section title="说明">
        <Words text={offer.explanation} empty="没有另外的说明。" />
        <p className="pointer">每个数字后面的方括号说明它核实到什么程度。对任何一项有疑问，可以请我们逐项解释，也可以补充材料重新计算。</p>
      </Section>
      <Signatures who={[source.party?.name ?? '伤者', '保险公司']} />
    </>
  );
};

/** 图文版理赔计算书: the offer in pictures and plain words, the same for both sides. */
export const calculationSheetPaper: CustomerPaper = {
  kind: 'calculationSheet',
  title: '图文版理赔计算书',
  readers: 'customer',
  scope: 'party',
  gap: (source) => (source.party === null ? 'no-party' : standingOffer(source) === null ? 'no-offer' : null),
  quotes: (source) =>
    (standingOffer(source)?.sheet.lines ?? []).flatMap((line) => line.deductions.flatMap(({ disclosureId }) => disclosureId ?? [])),
  body: (source) => {
    const offer = standingOffer(source);
    return offer === null ? null : <Body source={source} offer={offer} />;
  },
};
