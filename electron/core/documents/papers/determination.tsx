import type { Determination, DeterminationOutcome } from '../../../../shared/letters/model.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures, Words } from '../parts/parts.tsx';
import { DeductionText } from '../parts/sheet-parts.tsx';
import type { CustomerSource } from '../source.ts';
import * as words from '../words.ts';

/** The newest letter of this kind to the person. */
const newest = ({ file, party }: CustomerSource, outcome: DeterminationOutcome): Determination | null =>
  file.determinations
    .filter((row) => row.partyId === party?.id && row.outcome === outcome)
    .toSorted((a, b) => a.decidedAt.localeCompare(b.decidedAt) || a.id.localeCompare(b.id))
    .at(-1) ?? null;

const opening: Record<DeterminationOutcome, string> = {
  partial: '您的索赔已经核定完毕。可以赔的部分我们会按约定支付；下列部分不能赔付，现将理由、依据和您可以怎么做一并告知。',
  refusal: '很遗憾，经核定，下列项目不能赔付。根据《中华人民共和国保险法》第二十四条，现将理由、依据和您可以怎么做一并告知。',
};

const Unpaid = ({ row }: { row: Determination }) => (
  <Lines
    columns={[
      { title: '项目', width: '26mm' },
      { title: '主张', width: '26mm', number: true },
      { title: '赔付', width: '26mm', number: true },
      { title: '不赔', width: '26mm', number: true },
      { title: '理由、依据和告知日期' },
    ]}
    lines={(row.lines ?? []).map((line) => ({
      key: line.itemId,
      cells: [
        words.joined([words.damageKind(line.kind), line.label]),
        words.yuan(line.claimedFen),
        words.yuan(line.allowedFen),
        <strong key="not">{words.yuan(Math.max(0, line.claimedFen - line.allowedFen))}</strong>,
        <div key="why">
          {line.reasons.map((reason) => (
            <DeductionText key={`${reason.reason}${reason.amountFen}`} row={reason} />
          ))}
          {line.reasons.length === 0 ? <p>{row.reason}</p> : null}
        </div>,
      ],
    }))}
  />
);

/** 先予支付: what was paid ahead of the rest, or by when it will be. Source: Insurance Law, art. 25. */
const PaidAhead = ({ row }: { row: Determination }) => {
  if (row.outcome === 'refusal') return null;
  const paid = row.undisputed ?? [];
  if (paid.length === 0)
    return <p>对可以先行确定的数额，我们依照《中华人民共和国保险法》第二十五条，自收到索赔请求和有关证明、资料之日起六十日内先予支付。</p>;
  const said = paid.map(({ paidOn, amountFen }) => `${words.dayInWords(paidOn)}支付 ${words.yuan(amountFen)}`).join('；');
  return <p>可以先行确定的部分已经先予支付：{said}（《中华人民共和国保险法》第二十五条），从最后应付的金额中扣除，差额另行支付。</p>;
};

const letter = (kind: 'partialPayment' | 'refusal', title: string, outcome: DeterminationOutcome): CustomerPaper => ({
  kind,
  title,
  readers: 'customer',
  scope: 'party',
  gap: (source) => (source.party === null ? 'no-party' : newest(source, outcome) === null ? 'no-determination' : null),
  quotes: (source) =>
    (newest(source, outcome)?.lines ?? []).flatMap((line) => line.reasons.flatMap(({ disclosureId }) => disclosureId ?? [])),
  body: (source) => {
    const row = newest(source, outcome);
    if (row === null) return null;
    const [claimed, allowed] = [row.claimedFen ?? 0, row.allowedFen ?? 0];
    return (
      <>
        <p className="lead">{source.party?.name}：</p>
        <p>{opening[outcome]}</p>
        <AccidentPairs row={source.file.case} />
        <p className="lead">
          主张合计 {words.yuan(claimed)}，逐项核定认可 <strong>{words.yuan(allowed)}</strong>，不认可 {words.yuan(claimed - allowed)}
          。核定日期：
          {words.dayOf(row.decidedAt)}。{allowed > 0 ? '认可的部分按责任比例由各方支付，明细见《图文版理赔计算书》。' : ''}
        </p>
        <PaidAhead row={row} />
        <Section title="不能赔付的部分">
          <Unpaid row={row} />
        </Section>
        <Section title="总的理由">
          <Words text={row.reason} />
        </Section>
        <Section title="依据">
          <Words text={row.clause} />
        </Section>
        <Section title="如果您不同意">
          <Words text={row.appeal} />
        </Section>
        <p>我们会在三至五日内再联系您，听取您的意见并回答问题。有新的材料，随时可以补交，我们重新核定。</p>
        <Signatures who={['保险公司（盖章）', '收到人']} />
      </>
    );
  },
});

/** 部分赔付通知书: what is paid, what is not, why, by which clause, when it was announced, and what can be done about it. */
export const partialPaymentPaper = letter('partialPayment', '部分赔付通知书', 'partial');

/** 拒赔通知书, with reasons in writing. Source: Insurance Law, art. 24. */
export const refusalPaper = letter('refusal', '拒绝赔付通知书', 'refusal');
