import type { Fact } from '../../../../shared/facts/model.ts';
import { statementSources } from '../../../../shared/steps/topics.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs, nameOf, PartyPairs } from '../parts/case-parts.tsx';
import { Pairs, Section, Signatures } from '../parts/parts.tsx';
import { logsWith, type CustomerSource } from '../source.ts';
import * as words from '../words.ts';

const ofStatement = (fact: Fact): boolean =>
  statementSources.some((one) => one === fact.source) && words.factTopicOf(fact.topic)?.firstStatement === true;

/** The first value said to each topic, in the order of the question set; what was said later does not change it. */
const statement = ({ file, party }: CustomerSource): Fact[] => {
  const said = file.facts
    .filter((one) => one.partyId === party?.id && ofStatement(one))
    .toSorted((a, b) => a.saidAt.localeCompare(b.saidAt));
  return words.factTopics.flatMap(({ id }) => said.find(({ topic }) => topic === id) ?? []);
};

const Answer = ({ fact }: { fact: Fact }) => (
  <div className="answer">
    <p>问：{words.factTopicOf(fact.topic)?.ask.open.zh}</p>
    <p>
      答：{fact.value === null ? '' : words.factInWords(fact.topic, fact.value)}
      {fact.source === 'family' ? <span className="pointer">（家属{fact.sourceName ?? ''}代述）</span> : null}
    </p>
  </div>
);

/** 询问笔录: the first statement as questions and answers, to be read back and signed. */
export const interviewPaper: CustomerPaper = {
  kind: 'interview',
  title: '询问笔录',
  readers: 'customer',
  scope: 'party',
  mayShowIdNumber: true,
  gap: (source) => (source.party === null ? 'no-party' : statement(source).length === 0 ? 'no-statement' : null),
  body: (source) => {
    const { file, party } = source;
    if (party === null) return null;
    const said = statement(source);
    const talk = logsWith(source).find(({ step, outcome }) => step === 2 && outcome === 'reached');
    return (
      <>
        <AccidentPairs row={file.case} />
        <Pairs
          rows={[
            ['询问时间', words.timeInWords(talk?.contactAt ?? said[0]?.saidAt ?? null)],
            ['询问地点', talk?.place ?? words.joined([party.hospital, party.ward, party.bed])],
            ['询问人', nameOf(file.people, talk?.byPersonId ?? said[0]?.byPersonId ?? null)],
            ['在场的人', talk?.counterpartName ?? null],
          ]}
        />
        <Section title="被询问人">
          <PartyPairs party={party} />
        </Section>
        <Section title="问与答">
          <p className="words">
            问：我们是来了解这次事故和您的伤情的。您可以如实说，也可以不回答；说过的话会记在这里，您看过、改过再签字。清楚了吗？
          </p>
          {said.map((fact) => (
            <Answer key={fact.id} fact={fact} />
          ))}
        </Section>
        <p className="lead">以上笔录我已看过（已读给我听），与我说的相符；改动处我已按了指印。</p>
        <Signatures who={['被询问人', '在场的人', '询问人']} />
      </>
    );
  },
};
