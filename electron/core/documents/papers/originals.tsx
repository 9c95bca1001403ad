import { originalsOf, type OriginalLine } from '../../../../shared/papers/notice.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures } from '../parts/parts.tsx';
import type { CustomerSource } from '../source.ts';
import type { PaperWords } from '../paper-words.ts';
import * as words from '../words.ts';

const originals = ({ file, party }: CustomerSource) => originalsOf(file, party?.id ?? null);

const OriginalTable = ({ lines, says }: { lines: readonly OriginalLine[]; says: PaperWords }) => (
  <Lines
    columns={[
      { title: '序号', width: '12mm', number: true },
      { title: '资料' },
      { title: '关于谁', width: '22mm' },
      { title: '交来', width: '40mm' },
      { title: '退还', width: '40mm' },
      { title: '经手人', width: '18mm' },
    ]}
    lines={lines.map((line, i) => ({
      key: line.paperId,
      cells: [
        i + 1,
        says.paperName(line),
        line.partyName ?? '整案',
        words.joined([words.timeInWords(line.receivedAt), line.receivedFrom]),
        line.returnedAt === null ? '未退还' : words.joined([words.timeInWords(line.returnedAt), line.returnedTo]),
        line.byName,
      ],
    }))}
  />
);

/** 原件交接清单: originals in our hands and those that went back. */
export const originalsPaper: CustomerPaper = {
  kind: 'originals',
  title: '原件交接清单',
  readers: 'customer',
  scope: 'party',
  gap: (source) => {
    if (source.party === null) return 'no-party';
    const { held, returned } = originals(source);
    return held.length + returned.length === 0 ? 'no-originals' : null;
  },
  body: (source) => (
    <>
      <AccidentPairs row={source.file.case} />
      <Section title="由我方保管的原件">
        <OriginalTable says={source.says} lines={originals(source).held} />
      </Section>
      <Section title="已退还的原件">
        <OriginalTable says={source.says} lines={originals(source).returned} />
      </Section>
      <p className="lead">以上原件双方当面点清。本清单一式两份，双方各执一份；凭本清单领回原件。</p>
      <Signatures who={['交件人', '收件人']} />
    </>
  ),
};
