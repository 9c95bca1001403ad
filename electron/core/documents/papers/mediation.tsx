import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs, nameOf } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures } from '../parts/parts.tsx';
import { about, logsWith, type CustomerSource } from '../source.ts';
import * as words from '../words.ts';

const proposals = (source: CustomerSource) => about(source, source.file.offers);

/** 调解记录: proposals put and replies given, with the talks between them. */
export const mediationPaper: CustomerPaper = {
  kind: 'mediation',
  title: '调解记录',
  readers: 'customer',
  scope: 'party',
  gap: (source) => (source.party === null ? 'no-party' : proposals(source).length === 0 ? 'no-mediation' : null),
  body: (source) => {
    const { file, party } = source;
    if (party === null) return null;
    const talks = logsWith(source).filter(({ outcome, step }) => outcome === 'reached' && (step ?? 0) >= 4);
    return (
      <>
        <AccidentPairs row={file.case} />
        <Section title="商谈经过">
          <Lines
            columns={[{ title: '时间', width: '32mm' }, { title: '参加的人' }, { title: '方式与地点' }, { title: '我方', width: '22mm' }]}
            lines={talks.map((log) => ({
              key: log.id,
              cells: [
                words.timeInWords(log.contactAt),
                words.joined([words.counterpart(log.counterpart), log.counterpartName]),
                words.joined([words.channel(log.channel), log.place]),
                nameOf(file.people, log.byPersonId),
              ],
            }))}
          />
        </Section>
        <Section title="方案与答复">
          <Lines
            columns={[
              { title: '方案', width: '14mm', number: true },
              { title: '提出时间', width: '32mm' },
              { title: '金额', width: '32mm', number: true },
              { title: '答复', width: '18mm' },
              { title: '对方提出', width: '32mm', number: true },
              { title: '对方原话' },
            ]}
            lines={proposals(source).map((one) => ({
              key: one.id,
              cells: [
                one.version,
                words.timeInWords(one.putAt),
                words.yuan(one.amountFen),
                words.offerState(one.state),
                words.yuan(one.counterFen),
                one.reply,
              ],
            }))}
          />
        </Section>
        <p className="lead">以上记录双方核对无误。未达成一致的，不影响任何一方以后主张权利。</p>
        <Signatures who={[party.name, '保险公司', '调解人']} />
      </>
    );
  },
};
