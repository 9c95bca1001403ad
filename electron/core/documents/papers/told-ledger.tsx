import type { Disclosure } from '../../../../shared/disclosures/model.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs, nameOf } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures, Words } from '../parts/parts.tsx';
import { toldTo, type CustomerSource } from '../source.ts';
import * as words from '../words.ts';

const columns = [
  { title: '序号', width: '12mm', number: true },
  { title: '时间', width: '24mm' },
  { title: '告知的内容' },
  { title: '告知谁、方式', width: '28mm', whole: true },
  { title: '凭据', width: '17mm' },
  { title: '听懂', width: '15mm' },
  { title: '告知人', width: '17mm', whole: true },
];

const LedgerLines = ({ source }: { source: CustomerSource }) => {
  const told = toldTo(source);
  const numberOf = new Map<string, number>(told.map((one, i) => [one.id, i + 1]));
  const correctedBy = new Map(
    told.flatMap((one) => (one.correctsDisclosureId === null ? [] : [[one.correctsDisclosureId as string, one.id] as const])),
  );
  const pointer = (one: Disclosure): string | null => {
    const later = numberOf.get(correctedBy.get(one.id) ?? '');
    const earlier = numberOf.get(one.correctsDisclosureId ?? '');
    if (later !== undefined) return `已由第 ${later} 条更正`;
    return earlier === undefined ? null : `更正第 ${earlier} 条`;
  };
  return (
    <Lines
      columns={columns}
      ending={<Signatures who={['告知人', '收到人']} />}
      lines={told.map((one, i) => ({
        key: one.id,
        struck: correctedBy.has(one.id),
        cells: [
          i + 1,
          words.timeInWords(one.toldAt),
          <div key="what">
            <b>{source.says.topicName(one.topic)}</b>
            <Words text={source.says.told(one)} />
            {pointer(one) === null ? null : <p className="pointer">{pointer(one)}</p>}
          </div>,
          words.joined([words.counterpart(one.toldTo), one.toldToName, words.channel(one.channel)]),
          words.proof(one.proof),
          words.understood(one.understood),
          nameOf(source.file.people, one.byPersonId),
        ],
      }))}
    />
  );
};

/** 《我们何时告知了您什么》: every telling to one side, in the order of time; what was corrected stays readable. */
export const toldLedgerPaper: CustomerPaper = {
  kind: 'toldLedger',
  title: '我们何时告知了您什么',
  readers: 'customer',
  scope: 'either',
  gap: (source) => (toldTo(source).length === 0 ? 'nothing-told' : null),
  quotes: (source) => toldTo(source).map(({ id }) => id),
  body: (source) => (
    <>
      <p className="lead">
        {source.party?.name ?? source.file.case.insuredName ?? '被保险人'}：以下是我们就本案向您说明过的事项，按时间排列，共{' '}
        {toldTo(source).length} 条。如与您的记忆不符，请告诉我们，我们会核对并书面更正。
      </p>
      <AccidentPairs row={source.file.case} />
      <Section title="告知记录">
        <LedgerLines source={source} />
      </Section>
    </>
  ),
};
