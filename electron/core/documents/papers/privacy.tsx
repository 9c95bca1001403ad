import { privacyTopic } from '../../../../shared/steps/topics.ts';
import type { CustomerPaper } from '../paper.ts';
import { AccidentPairs, PartyPairs } from '../parts/case-parts.tsx';
import { Section, Signatures, Words } from '../parts/parts.tsx';
import { standingTold, type CustomerSource } from '../source.ts';
import * as words from '../words.ts';

/** Source: Personal Information Protection Law, art. 13, 17, 28 to 30 and 44 to 50. */
const clauses: readonly (readonly [string, string])[] = [
  [
    '收集哪些信息',
    '为核定这次事故的人身损害，我们收集您的身份、联系方式、工作与收入、家庭与护理、伤情与治疗、票据和收款账户。其中伤情、收入、账户属于敏感个人信息，没有这些，相应的损失项目就无法核定。',
  ],
  ['用来做什么', '只用于查明事故、核定损失、支付赔款、处理争议和履行法律规定的义务，不用于推销。'],
  ['会给谁看', '办理本案的查勘、理赔和审批人员；依法需要时，医院、鉴定机构、调解组织、法院和监管部门。给其他人之前，会再征得您的同意。'],
  ['保存多久', '保存到法律规定的保险资料保存期届满，之后删除或匿名处理。资料在设备上加密保存。'],
  [
    '您的权利',
    '您可以查阅、复制、更正您的信息，要求解释我们怎样使用，也可以撤回同意。撤回不影响之前已经做的处理，可能使有关项目暂时无法核定。不同意提供某项信息，不影响其他项目的理赔。',
  ],
];

const told = (source: CustomerSource) => standingTold(source).find(({ topic }) => topic === privacyTopic);

/** 隐私告知与同意: what is collected and why, and the consent of one person. */
export const privacyPaper: CustomerPaper = {
  kind: 'privacy',
  title: '隐私告知与同意书',
  readers: 'customer',
  scope: 'party',
  gap: ({ party }) => (party === null ? 'no-party' : null),
  quotes: (source) => [told(source)?.id ?? []].flat(),
  body: (source) => {
    const given = told(source)?.toldAt ?? source.party?.privacyNoticeGivenAt ?? null;
    return (
      <>
        <AccidentPairs row={source.file.case} />
        {source.party === null ? null : <PartyPairs party={source.party} />}
        {clauses.map(([title, text]) => (
          <Section key={title} title={title}>
            <Words text={text} />
          </Section>
        ))}
        <Section title="同意">
          <p>□ 我已了解以上内容，同意为办理本案处理我的个人信息。</p>
          <p>□ 我单独同意处理我的伤情、治疗、收入和账户信息。</p>
          <p>□ 我同意向医院查询与这次事故有关的病历和费用。</p>
          {given === null ? null : <p className="pointer">已于 {words.timeInWords(given)} 口头说明。</p>}
        </Section>
        <Signatures who={['本人或监护人', '告知人']} />
      </>
    );
  },
};
