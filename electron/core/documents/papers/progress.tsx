import { isMissing } from '../../../../shared/papers/rules.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs, PromiseTable, QuestionTable } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures } from '../parts/parts.tsx';
import { about, isWith, logsWith, type CustomerSource } from '../source.ts';
import * as words from '../words.ts';

const reached = (source: CustomerSource) => logsWith(source).filter(({ outcome }) => outcome === 'reached');

/** Promises made in contacts with this side. */
export const promisesWith = (source: CustomerSource) => {
  const whom = new Map(source.file.logs.map((log) => [log.id as string, log]));
  return source.file.promises.filter(({ logId, partyId }) => {
    const log = whom.get(logId ?? '');
    return log === undefined ? partyId !== null && partyId === source.party?.id : isWith(source, log.counterpart, log.partyId);
  });
};

const treatment = ({ party }: CustomerSource): string => {
  if (party === null) return '';
  return words.joined(
    [
      party.admittedOn === null ? null : `${words.dayInWords(party.admittedOn)}入院`,
      party.dischargedOn === null ? null : `${words.dayInWords(party.dischargedOn)}出院`,
      party.treatmentEnded === true ? '治疗已结束' : '治疗中',
    ],
    '，',
  );
};

/** 进展告知: where the case stands, what we do next and what we wait for. */
export const progressPaper: CustomerPaper = {
  kind: 'progress',
  title: '进展告知',
  readers: 'customer',
  scope: 'either',
  gap: (source) => (reached(source).length === 0 ? 'no-progress' : null),
  body: (source) => {
    const { file, party } = source;
    const open = promisesWith(source).filter(({ state }) => state === 'open');
    const theirs = open.filter(({ side }) => side === 'them');
    // What the other side has to bring is asked of the other side.
    const missing = file.papers.filter((row) => row.partyId === (party?.id ?? null) && isMissing(row));
    return (
      <>
        <p className="lead">{party?.name ?? file.case.insuredName ?? '被保险人'}：现将本案进展告知如下。</p>
        <AccidentPairs row={file.case} />
        <Pairs
          rows={[
            ['最近一次联系', words.timeInWords(reached(source).at(-1)?.contactAt ?? null)],
            ['责任认定', words.liability(file.case.liabilityFinding)],
            ...(party === null ? [] : ([['治疗情况', treatment(source)]] as const)),
          ]}
        />
        <Section title="我们接下来要做的">
          <PromiseTable promises={open.filter(({ side }) => side === 'us')} names={{ us: '我们', them: '您' }} />
        </Section>
        <Section title="需要您配合的">
          {theirs.length === 0 ? null : <PromiseTable promises={theirs} names={{ us: '我们', them: '您' }} />}
          <Lines
            columns={[{ title: '还缺的资料' }, { title: '要求' }]}
            empty="没有等待补充的资料。"
            lines={missing.map((row) => ({ key: row.id, cells: [source.says.paperName(row), source.says.paperHint(row)] }))}
          />
        </Section>
        <Section title="您提出的问题">
          <QuestionTable
            questions={about(source, file.questions).filter(({ askedBy, partyId }) => isWith(source, askedBy, partyId))}
            ending={<Signatures who={['告知人']} />}
          />
        </Section>
      </>
    );
  },
};
