import { noticeOf, type NoticeView } from '../../../../shared/papers/notice.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import type { CustomerSource } from '../source.ts';
import * as words from '../words.ts';

/** The latest notice to this side: the injured person's own, or that of the accident. */
const latest = ({ file, party }: CustomerSource): NoticeView | null => {
  const own = file.paperRequests
    .filter(({ partyId }) => partyId === (party?.id ?? null))
    .toSorted((a, b) => a.askedAt.localeCompare(b.askedAt) || a.id.localeCompare(b.id))
    .at(-1);
  return own === undefined ? null : noticeOf(file, own.id);
};

const quoted = (source: CustomerSource): string[] => {
  const id = latest(source)?.requestId;
  return source.file.paperRequests.flatMap((one) => (one.id === id && one.disclosureId !== null ? [one.disclosureId] : []));
};

/** 补正资料一次性告知书: everything that is missing, named at one time. Source: Insurance Law, art. 22. */
export const missingPapersPaper: CustomerPaper = {
  kind: 'missingPapers',
  title: '补正资料一次性告知书',
  readers: 'customer',
  scope: 'either',
  gap: (source) => (latest(source) === null ? 'no-request-for-papers' : null),
  quotes: quoted,
  body: (source) => {
    const notice = latest(source);
    if (notice === null) return null;
    return (
      <>
        <p className="lead">{notice.toName ?? source.party?.name ?? notice.insuredName ?? '被保险人'}：</p>
        <p>办理下列事故的理赔，还需要您补充以下资料。根据《中华人民共和国保险法》第二十二条，我们在此一次性告知全部需要补充的资料。</p>
        <AccidentPairs row={source.file.case} />
        <Pairs
          rows={[
            ['告知时间', words.timeInWords(notice.askedAt)],
            ['第几次告知', `第 ${notice.round} 次`],
            ['告知谁', words.joined([words.counterpart(notice.toWhom), notice.toName, words.channel(notice.channel)])],
            ['预计交齐', words.dayInWords(notice.expectedOn)],
          ]}
        />
        <Section title="需要补充的资料">
          <Lines
            columns={[
              { title: '序号', width: '12mm', number: true },
              { title: '资料' },
              { title: '要求' },
              { title: '关于谁', width: '26mm', whole: true },
            ]}
            lines={notice.lines.map((line, i) => ({
              key: line.paperId,
              cells: [
                i + 1,
                words.joined([source.says.paperName(line), line.late ? '（本次新增）' : null], ''),
                source.says.paperHint(line),
                line.partyName ?? '整案',
              ],
            }))}
          />
        </Section>
        {notice.reason === null || notice.reason === '' ? null : (
          <Section title="为什么这次才提出新增的资料">
            <Words text={notice.reason} />
          </Section>
        )}
        <p className="lead">资料齐全后，理赔时限从齐全之日起算。暂时拿不到的，请告诉我们原因，我们一起想办法。</p>
        <Signatures who={['告知人', '收到人']} />
      </>
    );
  },
};
