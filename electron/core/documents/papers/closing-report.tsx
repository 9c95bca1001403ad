import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { Offer } from '../../../../shared/offers/model.ts';
import type { OwnPaper } from '../paper.ts';
import { CasePairs, nameOf } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import { uncorrected } from '../source.ts';
import * as words from '../words.ts';

const settled: readonly Offer['state'][] = ['accepted', 'refused', 'paid', 'closed'];

const lastOffer = (file: CaseFile, partyId: string): Offer | undefined =>
  file.offers
    .filter((row) => row.partyId === partyId && settled.includes(row.state))
    .toSorted((a, b) => (a.version ?? 0) - (b.version ?? 0))
    .at(-1);

const People = ({ file }: { file: CaseFile }) => (
  <Lines
    columns={[
      { title: '伤者', width: '24mm', whole: true },
      { title: '主张', width: '28mm', number: true },
      { title: '核定', width: '28mm', number: true },
      { title: '方案', width: '32mm' },
      { title: '应付合计', width: '28mm', number: true },
      { title: '签字确认', width: '28mm' },
    ]}
    lines={file.parties.map((party) => {
      const items = file.items.filter(({ partyId }) => partyId === party.id);
      const sum = (name: 'claimedFen' | 'allowedFen'): number => items.reduce((total, item) => total + (item[name] ?? 0), 0);
      const offer = lastOffer(file, party.id);
      const signed = file.acceptances.find(({ offerId }) => offerId === offer?.id);
      return {
        key: party.id,
        cells: [
          party.name,
          words.yuan(sum('claimedFen')),
          words.yuan(sum('allowedFen')),
          offer === undefined ? '没有定下' : `第 ${offer.version} 版 ${words.offerState(offer.state)}`,
          words.yuan(offer?.amountFen ?? null),
          signed === undefined ? '没有' : words.timeInWords(signed.signedAt),
        ],
      };
    })}
  />
);

const Payments = ({ file }: { file: CaseFile }) => (
  <Lines
    columns={[
      { title: '伤者', width: '30mm', whole: true },
      { title: '由谁支付' },
      { title: '金额', width: '34mm', number: true },
      { title: '付款日期', width: '30mm' },
      { title: '流水号', width: '34mm' },
    ]}
    empty="没有付款。"
    lines={file.payments.map((row) => ({
      key: row.id,
      cells: [
        file.parties.find(({ id }) => id === row.partyId)?.name,
        words.offerLayer(row.layer),
        words.yuan(row.amountFen),
        words.dayInWords(row.paidOn),
        row.reference,
      ],
    }))}
  />
);

/** How the case was handled: told before, promises kept, talks, satisfaction. */
const Handling = ({ file }: { file: CaseFile }) => {
  const deductions = file.deductions.filter(({ itemId }) => file.items.some(({ id }) => id === itemId));
  const told = deductions.filter(({ disclosureId }) => disclosureId !== null).length;
  const ours = file.promises.filter(({ side }) => side === 'us');
  const reached = uncorrected(file.logs).filter(({ outcome }) => outcome === 'reached');
  const scores = file.satisfactions.flatMap(({ score }) => score ?? []);
  return (
    <Pairs
      rows={[
        ['告知', `${file.disclosures.length} 次；${deductions.length} 项扣减中 ${told} 项事先告知过`],
        ['我方承诺', `${ours.length} 项，兑现 ${ours.filter(({ state }) => state === 'kept').length} 项`],
        ['接通的联络', `${reached.length} 次`],
        ['协商与调解', `${file.talks.length + file.rounds.length} 轮`],
        [
          '核定通知',
          file.determinations.length === 0
            ? '没有'
            : `${file.determinations.length} 份，发出 ${file.determinations.filter(({ state }) => state === 'sent').length} 份`,
        ],
        ['满意度', scores.length === 0 ? '没有询问' : scores.map((score) => `${score} 分`).join('、')],
        ['上报', file.escalations.length === 0 ? '没有' : file.escalations.map(({ state }) => words.escalationState(state)).join('、')],
        [
          '垫付',
          file.advances.filter(({ state }) => state === 'paid').length === 0
            ? '没有'
            : words.yuan(file.advances.filter(({ state }) => state === 'paid').reduce((sum, row) => sum + (row.decidedFen ?? 0), 0)),
        ],
      ]}
    />
  );
};

const Open = ({ file }: { file: CaseFile }) => {
  const questions = file.questions.filter(({ answer }) => answer === null).map(({ body }) => `待答复：${body}`);
  const promises = file.promises.filter(({ state }) => state === 'open').map(({ what }) => `未了结的承诺：${what}`);
  const low = file.satisfactions
    .filter(({ score, state }) => (score ?? 5) <= 3 && state === 'asked')
    .map(({ ownerName }) => `低分待跟进：${ownerName ?? ''}`);
  const all = [...questions, ...promises, ...low];
  return all.length === 0 ? (
    <p>没有。</p>
  ) : (
    <>
      {all.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
};

/** 结案报告: what was claimed, agreed and paid, how it was handled, and what is left. */
export const closingReportPaper: OwnPaper = {
  kind: 'closingReport',
  title: '结案报告',
  readers: 'own',
  scope: 'case',
  gap: ({ file }) =>
    file.parties.some(({ id }) => lastOffer(file, id) !== undefined) || file.determinations.length > 0 ? null : 'not-settled',
  body: ({ file }) => (
    <>
      <CasePairs row={file.case} />
      <Section title="处理结果">
        <People file={file} />
      </Section>
      <Section title="付款">
        <Payments file={file} />
      </Section>
      <Section title="处理过程">
        <Handling file={file} />
      </Section>
      <Section title="还没了结的事">
        <Open file={file} />
      </Section>
      <Section title="结案理由">
        <Words text={file.case.closingReason} empty="案件还没有结案。" />
      </Section>
      <p>经办人：{words.joined([...new Set(file.logs.map(({ byPersonId }) => nameOf(file.people, byPersonId)))], '、')}</p>
      <Signatures who={['经办人', '主管']} />
    </>
  ),
};
