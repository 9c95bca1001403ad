import type { Escalation } from '../../../../shared/escalations/model.ts';
import type { OwnPaper } from '../paper.ts';
import { AccidentPairs, nameOf } from '../parts/case-parts.tsx';
import { Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import * as words from '../words.ts';

const decided = ['approved', 'approved-less', 'refused', 'told'];

/** A decision that was told keeps its outcome in the sums alone: nothing granted of a sum is a refusal, less of it a part. */
const outcomeOf = ({ state, amountFen, decidedFen }: Escalation): string => {
  if (state !== 'told') return words.escalationState(state);
  if (amountFen === null || decidedFen === amountFen) return words.escalationState('approved');
  return words.escalationState(decidedFen === null ? 'refused' : 'approved-less');
};

/** 决定书: what a superior decided, why, and how it was passed on. */
export const decisionPaper: OwnPaper = {
  kind: 'decision',
  title: '决定书',
  readers: 'own',
  scope: 'escalation',
  gap: ({ escalation }) => (escalation === null ? 'no-escalation' : decided.includes(escalation.state) ? null : 'not-decided'),
  body: ({ file, party, escalation: row }) => {
    if (row === null) return null;
    const toldLog = file.logs.find(({ id }) => id === row.toldPartyLogId);
    return (
      <>
        <AccidentPairs row={file.case} />
        <Section title="请求">
          <Words text={row.ask} />
          <Pairs
            rows={[
              ['类型', words.escalationKind(row.kind)],
              ['请求金额', words.yuan(row.amountFen)],
              ['伤者', party?.name ?? '整案'],
              ['提出人', nameOf(file.people, row.byPersonId)],
            ]}
          />
        </Section>
        <Section title="决定">
          <Pairs
            rows={[
              ['结果', outcomeOf(row)],
              ['批准金额', words.yuan(row.decidedFen)],
              ['决定人', row.decidedByName],
              ['决定时间', words.timeInWords(row.decidedAt)],
            ]}
          />
        </Section>
        <Section title="理由">
          <Words text={row.decisionReason} />
        </Section>
        <Section title="转告">
          <Pairs
            rows={[
              ['告诉现场', row.toldFieldNote],
              [
                '告诉当事人',
                toldLog === undefined
                  ? ''
                  : words.joined([
                      words.timeInWords(toldLog.contactAt),
                      words.counterpart(toldLog.counterpart),
                      words.channel(toldLog.channel),
                    ]),
              ],
            ]}
          />
        </Section>
        <Signatures who={['决定人']} />
      </>
    );
  },
};
