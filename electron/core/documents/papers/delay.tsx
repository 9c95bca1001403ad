import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures } from '../parts/parts.tsx';
import type { CustomerSource } from '../source.ts';
import * as words from '../words.ts';
import { promisesWith } from './progress.tsx';

const moved = (source: CustomerSource) =>
  promisesWith(source).flatMap((row) => {
    if (row.side !== 'us' || row.state !== 'moved') return [];
    const next = source.file.promises.find(({ movedFromId }) => movedFromId === row.id);
    return [{ row, next }];
  });

/** 延期告知: what we promised for a day and cannot keep by then, with the new day and the reason. */
export const delayPaper: CustomerPaper = {
  kind: 'delay',
  title: '延期告知',
  readers: 'customer',
  scope: 'either',
  gap: (source) => (moved(source).length === 0 ? 'no-delay' : null),
  body: (source) => (
    <>
      <p className="lead">
        {source.party?.name ?? source.file.case.insuredName ?? '被保险人'}：以下事项不能按原定时间完成，给您带来不便，请您谅解。
      </p>
      <AccidentPairs row={source.file.case} />
      <Section title="延期的事项">
        <Lines
          columns={[
            { title: '事项' },
            { title: '原定时间', width: '30mm' },
            { title: '改到', width: '30mm' },
            { title: '原因', width: '50mm' },
          ]}
          lines={moved(source).map(({ row, next }) => ({
            key: row.id,
            cells: [row.what, words.timeInWords(row.dueAt), words.timeInWords(next?.dueAt ?? null), row.settledReason],
          }))}
        />
      </Section>
      <p className="lead">到新的时间前，我们会再与您联系；期间有任何疑问，请随时找我们。</p>
      <Signatures who={['告知人', '收到人']} />
    </>
  ),
};
