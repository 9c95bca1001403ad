import { isShown } from '../../../../shared/offers/rules.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures } from '../parts/parts.tsx';
import { about, type CustomerSource } from '../source.ts';
import * as words from '../words.ts';

const replies = { agreed: '同意', considering: '考虑', countered: '另提', refused: '不同意' } as const;

const rounds = (source: CustomerSource) => about(source, source.file.rounds).toSorted((a, b) => a.heldAt.localeCompare(b.heldAt));
const offers = (source: CustomerSource) => about(source, source.file.offers).filter(({ state }) => isShown(state));

const Rounds = ({ source }: { source: CustomerSource }) => (
  <Lines
    columns={[
      { title: '轮次', width: '12mm', number: true },
      { title: '时间与地点', width: '34mm', whole: true },
      { title: '参加的人', whole: true },
      { title: '我方提出', width: '28mm', number: true },
      { title: '对方提出', width: '28mm', number: true },
      { title: '答复', width: '16mm' },
      { title: '下次', width: '28mm' },
    ]}
    empty="没有调解。"
    lines={rounds(source).map((row) => ({
      key: row.id,
      cells: [
        row.round,
        words.joined([words.timeInWords(row.heldAt), row.place]),
        words.joined([...(row.present ?? []), row.mediator === null ? null : `调解人 ${row.mediator}`], '、'),
        words.yuan(row.ourProposalFen),
        words.yuan(row.theirProposalFen),
        replies[row.reply],
        words.dayInWords(row.nextOn),
      ],
    }))}
  />
);

const Offers = ({ source }: { source: CustomerSource }) => (
  <Lines
    columns={[
      { title: '方案', width: '12mm', number: true },
      { title: '提出时间', width: '32mm' },
      { title: '金额', width: '32mm', number: true },
      { title: '答复', width: '16mm' },
      { title: '对方提出', width: '32mm', number: true },
      { title: '对方原话' },
    ]}
    empty="没有书面方案。"
    lines={offers(source).map((one) => ({
      key: one.id,
      cells: [
        one.version,
        words.timeInWords(one.putAt),
        words.yuan(one.amountFen),
        words.offerState(one.state),
        words.yuan(one.counterFen),
        one.reply,
      ],
    }))}
  />
);

/** 调解记录: every round with place, people and proposals, and the offers put in writing. */
export const mediationPaper: CustomerPaper = {
  kind: 'mediation',
  title: '调解记录',
  readers: 'customer',
  scope: 'party',
  gap: (source) => {
    if (source.party === null) return 'no-party';
    return rounds(source).length + offers(source).length === 0 ? 'no-mediation' : null;
  },
  body: (source) => (
    <>
      <AccidentPairs row={source.file.case} />
      <Section title="调解">
        <Rounds source={source} />
      </Section>
      <Section title="书面方案与答复">
        <Offers source={source} />
      </Section>
      <p className="lead">以上记录双方核对无误。未达成一致的，不影响任何一方以后主张权利。</p>
      <Signatures who={[source.party?.name ?? '伤者', '保险公司', '调解人']} />
    </>
  ),
};
