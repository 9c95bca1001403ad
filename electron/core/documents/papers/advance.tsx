import { conditionsIn } from '../../../../shared/advances/rules.ts';
import type { Advance } from '../../../../shared/advances/model.ts';
import type { OwnPaper } from '../paper.ts';
import { AccidentPairs, nameOf, PartyPairs } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import { about, type OwnSource } from '../source.ts';
import * as words from '../words.ts';

const bases = {
  'police-notice': '交警书面通知，交强险支付抢救费',
  recourse: '交强险垫付抢救费，之后追偿',
  fund: '道路交通事故社会救助基金垫付',
  agreed: '公司先行支付一部分赔款',
  undisputed: '先予支付可以确定的部分（《保险法》第二十五条）',
} as const;
const ways: Readonly<Record<string, string>> = { hospital: '付给医院', injured: '付给伤者', family: '付给家属', insured: '付给被保险人' };
const groups = { medical: '医疗费用', 'death-disability': '死亡伤残', property: '财产损失' } as const;
const states = { draft: '草稿', asked: '待决定', approved: '已批准', 'not-yet': '暂未批准，需要补充', paid: '已批准，已支付' } as const;
const conditions: Readonly<Record<string, string>> = {
  urgent: '伤情紧急',
  rescue: '属于抢救费用',
  noticeSeen: '已见交警书面通知',
  costChecked: '费用清单已核对',
  recourseGround: '属于可以追偿的情形',
  fundGround: '属于救助基金垫付的情形',
  withinSevenDays: '在基金规定的抢救期限内',
  amountCertain: '数额依已有证明和资料可以确定',
  withinLimit: '在交强险医疗限额余额内',
  liability: '责任认定',
};
const statuses = { met: '符合', open: '未确认', held: '等待', free: '不以此为条件' } as const;

const request = (source: OwnSource): Advance | undefined => about(source, source.file.advances).at(-1);

const Request = ({ source, row }: { source: OwnSource; row: Advance }) => (
  <Section title="申请">
    <Pairs
      rows={[
        ['申请金额', words.yuan(row.amountFen)],
        ['依据', row.basis === null ? '' : bases[row.basis]],
        ['计入项目', row.itemGroup === null ? '' : groups[row.itemGroup]],
        ['付给', words.joined([ways[row.payTo ?? ''] ?? null, row.payee])],
        ['申请人', nameOf(source.file.people, row.byPersonId)],
        ['申请时间', words.timeInWords(row.askedAt)],
      ]}
    />
    <Words text={row.need === null ? null : `申请理由：${row.need}`} />
    <Lines
      columns={[{ title: '条件' }, { title: '情况', width: '40mm' }]}
      lines={conditionsIn({ head: source.file.case, row, all: source.file.advances }).map(({ id, status }) => ({
        key: id,
        cells: [conditions[id] ?? id, statuses[status]],
      }))}
    />
    {row.openReason === null ? null : <Words text={`条件未全时仍申请的理由：${row.openReason}`} />}
  </Section>
);

const Decision = ({ row }: { row: Advance }) => (
  <Section title="决定">
    <Pairs
      rows={[
        ['结果', states[row.state]],
        ['批准金额', words.yuan(row.decidedFen)],
        ['支付方式', ways[row.decidedWay ?? ''] ?? row.decidedWay],
        ['决定人', row.decidedByName],
        ['决定时间', words.timeInWords(row.decidedAt)],
        ['支付', words.joined([words.dayInWords(row.paidOn), ways[row.paidWay ?? ''] ?? null])],
      ]}
    />
    {row.toAdd === null ? null : <Words text={`需要补充：${row.toAdd}`} />}
  </Section>
);

/** 垫付申请与决定: the request for treatment money ahead of the settlement, and what was decided. */
export const advancePaper: OwnPaper = {
  kind: 'advance',
  title: '垫付申请与决定',
  readers: 'own',
  scope: 'party',
  gap: (source) => (source.party === null ? 'no-party' : request(source) === undefined ? 'no-advance' : null),
  body: (source) => {
    const { file, party } = source;
    const row = request(source);
    if (party === null || row === undefined) return null;
    return (
      <>
        <AccidentPairs row={file.case} />
        <Section title="伤者">
          <PartyPairs party={party} />
        </Section>
        <Request source={source} row={row} />
        <Section title="医生的预估">
          <Lines
            columns={[{ title: '方案' }, { title: '预计费用', width: '34mm' }, { title: '日期', width: '34mm' }]}
            lines={about(source, file.estimates).map((one) => ({
              key: one.id,
              cells: [one.plan, words.yuan(one.costFen), words.dayInWords(one.statedOn)],
            }))}
          />
        </Section>
        <Decision row={row} />
        <p className="lead">垫付的金额在以后的赔付方案中扣减。</p>
        <Signatures who={['申请人', '决定人']} />
      </>
    );
  },
};
