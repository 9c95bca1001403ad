import type { Fact } from '../../../../shared/facts/model.ts';
import type { Signature, Statement } from '../../../../shared/statements/model.ts';
import { statementSources } from '../../../../shared/steps/topics.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs, nameOf, PartyPairs } from '../parts/case-parts.tsx';
import { Pairs, Section, Signatures } from '../parts/parts.tsx';
import { logsWith, type CustomerSource } from '../source.ts';
import type { PaperWords } from '../paper-words.ts';
import * as words from '../words.ts';

const ofStatement = ({ says }: CustomerSource, fact: Fact): boolean =>
  statementSources.some((one) => one === fact.source) && says.factOf(fact.topic)?.firstStatement === true;

const frozen = ({ file, party }: CustomerSource): Statement | undefined => file.statements.find(({ partyId }) => partyId === party?.id);

/** The frozen first statement; before it is frozen, the first value said to each topic, in the order of the question set. */
const saidFirst = (source: CustomerSource): Fact[] => {
  const { file, party } = source;
  const stated = frozen(source)?.facts?.map(({ factId }) => factId);
  const said = file.facts
    .filter((one) => one.partyId === party?.id && (stated === undefined ? ofStatement(source, one) : stated.includes(one.id)))
    .toSorted((a, b) => a.saidAt.localeCompare(b.saidAt));
  return source.says.facts.flatMap(({ id }) => said.find(({ topic }) => topic === id) ?? []);
};

const Answer = ({ fact, says }: { fact: Fact; says: PaperWords }) => (
  <div className="answer">
    <p>问：{says.factOf(fact.topic)?.ask.open.zh}</p>
    <p>
      答：{fact.value === null ? '' : says.factInWords(fact.topic, fact.value)}
      {fact.source === 'family' ? <span className="pointer">（家属{fact.sourceName ?? ''}代述）</span> : null}
    </p>
  </div>
);

const pointsOf = (stroke: readonly number[]): string =>
  Array.from({ length: Math.floor(stroke.length / 2) }, (_, i) => `${stroke[2 * i] ?? 0},${stroke[2 * i + 1] ?? 0}`).join(' ');

const Drawn = ({ signature }: { signature: Signature }) => (
  <div className="signed">
    <svg viewBox={`0 0 ${signature.width} ${signature.height}`} role="img" aria-label="签名">
      {signature.strokes.map((stroke) => (
        <polyline key={pointsOf(stroke)} points={pointsOf(stroke)} fill="none" stroke="#111" strokeWidth={2.5} strokeLinecap="round" />
      ))}
    </svg>
  </div>
);

const signings = { screen: '屏幕签名', paper: '纸面签名', refused: '不愿签名' } as const;

/** How the person stood by the statement, tied to the hash of the text that was shown. */
const Frozen = ({ row }: { row: Statement }) => (
  <Section title="首次陈述的确认">
    <Pairs
      rows={[
        ['定稿时间', words.timeInWords(row.frozenAt)],
        ['确认方式', words.joined([signings[row.signing], row.signedBy])],
        ['文本校验', row.textHash.slice(0, 16)],
        ['封存校验', row.seal.slice(0, 16)],
      ]}
    />
    {row.signature === null ? null : <Drawn signature={row.signature} />}
  </Section>
);

const Meeting = ({ source, first }: { source: CustomerSource; first: Fact | undefined }) => {
  const { file, party } = source;
  const talk = logsWith(source).find(({ step, outcome }) => step === 2 && outcome === 'reached');
  const family = file.facts.filter((one) => one.partyId === party?.id && one.source === 'family').map((one) => one.sourceName);
  const present = [...new Set([party?.name ?? null, talk?.counterpartName ?? null, ...family])];
  return (
    <Pairs
      rows={[
        ['询问时间', words.timeInWords(talk?.contactAt ?? first?.saidAt ?? null)],
        ['询问地点', talk?.place ?? words.joined([party?.hospital ?? null, party?.ward ?? null, party?.bed ?? null])],
        ['询问人', nameOf(file.people, talk?.byPersonId ?? first?.byPersonId ?? null)],
        ['在场的人', words.joined(present, '、')],
      ]}
    />
  );
};

/** 询问笔录: the first statement as questions and answers, to be read back and signed. */
export const interviewPaper: CustomerPaper = {
  kind: 'interview',
  title: '询问笔录',
  readers: 'customer',
  scope: 'party',
  mayShowIdNumber: true,
  gap: (source) => (source.party === null ? 'no-party' : saidFirst(source).length === 0 ? 'no-statement' : null),
  body: (source) => {
    const { file, party } = source;
    if (party === null) return null;
    const said = saidFirst(source);
    const row = frozen(source);
    return (
      <>
        <AccidentPairs row={file.case} />
        <Meeting source={source} first={said[0]} />
        <Section title="被询问人">
          <PartyPairs party={party} />
        </Section>
        <Section title="问与答">
          <p className="words">
            问：我们是来了解这次事故和您的伤情的。您可以如实说，也可以不回答；说过的话会记在这里，您看过、改过再签字。清楚了吗？
          </p>
          {said.map((fact) => (
            <Answer key={fact.id} fact={fact} says={source.says} />
          ))}
        </Section>
        {row === undefined ? null : <Frozen row={row} />}
        <p className="lead">
          以上笔录我已看过（已读给我听），与我说的相符
          {row?.signing === 'screen' ? '。被询问人已在屏幕上签名，见上。' : '；改动处我已按了指印。'}
        </p>
        <Signatures who={[...(row?.signing === 'screen' ? [] : ['被询问人']), '在场的人', '询问人']} />
      </>
    );
  },
};
