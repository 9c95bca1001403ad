import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { Section, Signatures, Words } from '../parts/parts.tsx';
import { standingTold } from '../source.ts';
import * as words from '../words.ts';

/** 告知函: what was said to one side, once more in writing. */
export const noticePaper: CustomerPaper = {
  kind: 'notice',
  title: '告知函',
  readers: 'customer',
  scope: 'either',
  gap: (source) => (standingTold(source).length === 0 ? 'nothing-told' : null),
  quotes: (source) => standingTold(source).map(({ id }) => id),
  body: (source) => (
    <>
      <p className="lead">{source.party?.name ?? source.file.case.insuredName ?? '被保险人'}：</p>
      <p>就下列事故的保险理赔，我们向您说明过以下事项，现书面告知，请您留存。有不清楚的地方，请随时问我们。</p>
      <AccidentPairs row={source.file.case} />
      {standingTold(source).map((one, i) => (
        <Section key={one.id} title={`${i + 1}. ${source.says.topicName(one.topic)}`}>
          <Words text={source.says.told(one)} />
          <p className="pointer">
            {words.dayOf(one.toldAt)}，{words.channel(one.channel)}告知{words.joined([words.counterpart(one.toldTo), one.toldToName])}
          </p>
        </Section>
      ))}
      <p className="lead">对以上内容有不同意见，可以向经办人提出，也可以拨打保险公司客服电话，或向金融监管部门反映。</p>
      <Signatures who={['告知人', '收到人']} />
    </>
  ),
};
