import type { Escalation } from '../../../../shared/escalations/model.ts';
import type { OwnPaper } from '../paper.ts';
import { CasePairs, Narrative, nameOf, PartyPairs, ToldTable } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import { standingTold, type OwnSource } from '../source.ts';
import * as words from '../words.ts';

const total = (...amounts: readonly (number | null)[]): string =>
  amounts.every((one) => one === null) ? '' : words.yuan(amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0));

const Scenarios = ({ row }: { row: Escalation }) => (
  <Lines
    columns={[
      { title: '走法', width: '20mm' },
      { title: '赔付', width: '28mm', number: true },
      { title: '另加费用', width: '28mm', number: true },
      { title: '公司合计', width: '28mm', number: true },
      { title: '天数', width: '14mm', number: true },
      { title: '说明' },
    ]}
    empty="没有比较。"
    lines={(row.scenarios ?? []).map((one) => ({
      key: one.way,
      cells: [
        words.scenarioWay(one.way),
        words.yuan(one.amountFen),
        words.yuan(one.extraCostFen),
        total(one.amountFen, one.extraCostFen),
        one.days,
        one.note,
      ],
    }))}
  />
);

/** Files among the enclosures by name; other enclosures as they were written. */
const Enclosures = ({ source, row }: { source: OwnSource; row: Escalation }) => (
  <Lines
    columns={[{ title: '序号', width: '12mm', number: true }, { title: '附件' }]}
    empty="没有附件。"
    lines={(row.enclosures ?? []).map((id, i) => ({
      key: id,
      cells: [i + 1, source.file.attachments.find((one) => one.id === id)?.name ?? id],
    }))}
  />
);

const Inside = ({ source }: { source: OwnSource }) => {
  const { file, party } = source;
  const doubts = file.doubts.filter(({ partyId }) => party === null || partyId === null || partyId === party.id);
  return (
    <>
      <Section title="告知情况">
        <ToldTable says={source.says} told={standingTold(source)} />
      </Section>
      <Section title="疑点">
        <Lines
          columns={[{ title: '疑点' }, { title: '负责人', width: '24mm', whole: true }, { title: '答复' }]}
          empty="没有疑点。"
          lines={doubts.map((one) => ({
            key: one.id,
            cells: [
              one.body,
              one.ownerName,
              one.state === 'open' ? '待查' : words.joined([one.answer, one.answerSource === null ? null : `（${one.answerSource}）`], ''),
            ],
          }))}
        />
      </Section>
    </>
  );
};

/** 上报卷宗: the request with everything a superior decides on. Never for the customer. */
export const escalationPaper: OwnPaper = {
  kind: 'escalation',
  title: '上报卷宗',
  readers: 'own',
  scope: 'escalation',
  gap: ({ escalation }) => (escalation === null ? 'no-escalation' : null),
  body: (source) => {
    const { file, party, escalation: row } = source;
    if (row === null) return null;
    const remarks = file.remarks.filter(({ escalationId }) => escalationId === row.id);
    return (
      <>
        <Section title="请求">
          <Words text={row.ask} />
          <Pairs
            rows={[
              ['类型', words.escalationKind(row.kind)],
              ['金额', words.yuan(row.amountFen)],
              ['提出人', nameOf(file.people, row.byPersonId)],
              ['提交时间', words.timeInWords(row.submittedAt)],
            ]}
          />
        </Section>
        <Section title="案件">
          <CasePairs row={file.case} />
          {party === null ? null : <PartyPairs party={party} />}
        </Section>
        <Narrative title="现场核实的事实" text={row.factsChecked} />
        <Narrative title="为什么卷面看不出" text={row.whyFileSilent} />
        <Section title="三种走法">
          <Scenarios row={row} />
        </Section>
        <Section title="双方让步">
          <Pairs
            rows={[
              ['我方', row.ourConcessions],
              ['对方', row.theirConcessions],
            ]}
          />
        </Section>
        <Inside source={source} />
        <Section title="附件">
          <Enclosures source={source} row={row} />
        </Section>
        <Section title="批注">
          <Lines
            columns={[
              { title: '批注人', width: '24mm', whole: true },
              { title: '时间', width: '34mm' },
              { title: '针对', width: '34mm' },
              { title: '内容' },
            ]}
            empty="没有批注。"
            lines={remarks.map((one) => ({
              key: one.id,
              cells: [nameOf(file.people, one.byPersonId), words.timeInWords(one.at), words.escalationField(one.field), one.body],
            }))}
            ending={<Signatures who={['提出人', '决定人']} />}
          />
        </Section>
      </>
    );
  },
};
