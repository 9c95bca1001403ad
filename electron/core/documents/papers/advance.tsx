import type { Escalation } from '../../../../shared/escalations/model.ts';
import type { OwnPaper } from '../paper.ts';
import { AccidentPairs, nameOf, PartyPairs } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import { about, type OwnSource } from '../source.ts';
import * as words from '../words.ts';

const request = (source: OwnSource): Escalation | undefined =>
  about(source, source.file.escalations)
    .filter(({ kind }) => kind === 'advance')
    .at(-1);

/** 垫付申请与决定: the request for treatment money ahead of the settlement, and what was decided. */
export const advancePaper: OwnPaper = {
  kind: 'advance',
  title: '垫付申请与决定',
  readers: 'own',
  scope: 'party',
  gap: (source) => (source.party === null ? 'no-party' : request(source) === undefined ? 'no-advance' : null),
  body: (source) => {
    const { file, party } = source;
    const asked = request(source);
    if (party === null || asked === undefined) return null;
    return (
      <>
        <AccidentPairs row={file.case} />
        <Section title="伤者">
          <PartyPairs party={party} />
        </Section>
        <Section title="申请">
          <Pairs
            rows={[
              ['申请金额', words.yuan(asked.amountFen)],
              ['申请人', nameOf(file.people, asked.byPersonId)],
              ['提交时间', words.timeInWords(asked.submittedAt)],
              ['责任认定', words.liability(file.case.liabilityFinding)],
            ]}
          />
          <Words text={asked.ask} />
          <Words text={asked.factsChecked} />
        </Section>
        <Section title="医生的预估">
          <Lines
            columns={[{ title: '方案' }, { title: '预计费用', width: '34mm' }, { title: '日期', width: '30mm' }]}
            lines={about(source, file.estimates).map((one) => ({
              key: one.id,
              cells: [one.plan, words.yuan(one.costFen), words.dayInWords(one.statedOn)],
            }))}
          />
        </Section>
        <Section title="决定">
          <Pairs
            rows={[
              ['结果', words.escalationState(asked.state)],
              ['批准金额', words.yuan(asked.decidedFen)],
              ['决定人', asked.decidedByName],
              ['决定时间', words.timeInWords(asked.decidedAt)],
            ]}
          />
          <Words text={asked.decisionReason} empty="尚未决定。" />
        </Section>
        <p className="lead">垫付的金额在以后的赔付方案中扣减。</p>
        <Signatures who={['申请人', '决定人']} />
      </>
    );
  },
};
