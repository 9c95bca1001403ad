import type { ReactNode } from 'react';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { Case } from '../../../../shared/cases/model.ts';
import type { ContactLog } from '../../../../shared/contacts/model.ts';
import type { Disclosure } from '../../../../shared/disclosures/model.ts';
import type { Fact } from '../../../../shared/facts/model.ts';
import type { InjuredParty } from '../../../../shared/parties/model.ts';
import type { PromiseRow } from '../../../../shared/promises/model.ts';
import type { PaperWords } from '../paper-words.ts';
import * as words from '../words.ts';
import { Lines, Pairs, Section, Words } from './parts.tsx';

type People = CaseFile['people'];

export const nameOf = (people: People, id: string | null): string => (id === null ? '' : (people[id] ?? ''));

const liabilityOf = ({ liabilityFinding, liabilityShare }: Case): string =>
  words.joined([words.liability(liabilityFinding), liabilityShare === null ? null : `${liabilityShare}%`]);

/** The accident in the fewest lines that tell cases apart; safe for everybody. */
export const AccidentPairs = ({ row }: { row: Case }) => (
  <Pairs
    rows={[
      ['报案号', row.reportNumber],
      ['出险时间', words.timeInWords(row.accidentAt)],
      ['车牌', row.plate],
      ['出险地点', row.accidentPlace],
    ]}
  />
);

export const CasePairs = ({ row }: { row: Case }) => (
  <Pairs
    rows={[
      ['报案号', row.reportNumber],
      ['保单号', row.policyNumber],
      ['车牌', row.plate],
      ['报案时间', words.timeInWords(row.reportedAt)],
      ['被保险人', words.joined([row.insuredName, row.insuredPhone])],
      ['驾驶人', words.joined([row.driverName, row.driverPhone])],
      ['出险时间', words.timeInWords(row.accidentAt)],
      ['出险地点', row.accidentPlace],
      ['出险原因', row.accidentCause],
      ['责任认定', liabilityOf(row)],
      ['案件等级', words.severity(row.severity)],
      ['三者险限额', row.commercialLimitFen === null ? '' : words.yuan(row.commercialLimitFen)],
    ]}
  />
);

/** Admitted, and neither a discharge nor the end of treatment is known. */
const stillThere = ({ admittedOn, dischargedOn, treatmentEnded }: InjuredParty): boolean =>
  admittedOn !== null && dischargedOn === null && treatmentEnded !== true;

export const PartyPairs = ({ party }: { party: InjuredParty }) => (
  <Pairs
    rows={[
      ['姓名', party.name],
      ['性别', words.gender(party.gender)],
      ['出生日期', words.dayInWords(party.bornOn)],
      ['身份证号', party.idNumber],
      ['电话', party.phone],
      ['交通方式', words.roadRole(party.roadRole)],
      ['医院', words.joined([party.hospital, party.department])],
      ['病区床位', words.joined([party.ward, party.bed])],
      ['入院日期', words.dayInWords(party.admittedOn)],
      ['出院日期', stillThere(party) ? '尚未出院' : words.dayInWords(party.dischargedOn)],
    ]}
  />
);

type Contacts = { logs: readonly ContactLog[]; people: People; ending?: ReactNode };

/** Contacts with everything we wrote down; for our own papers. */
export const ContactTable = ({ logs, people, ending }: Contacts) => (
  <Lines
    ending={ending}
    columns={[
      { title: '时间', width: '27mm' },
      { title: '对象与方式', width: '30mm', whole: true },
      { title: '内容' },
      { title: '记录人', width: '18mm', whole: true },
    ]}
    lines={logs.map((log) => ({
      key: log.id,
      cells: [
        words.timeInWords(log.contactAt),
        words.joined([
          words.counterpart(log.counterpart),
          log.counterpartName,
          words.channel(log.channel),
          log.place,
          words.outcome(log.outcome),
        ]),
        <Words key="body" text={log.body} />,
        nameOf(people, log.byPersonId),
      ],
    }))}
  />
);

export const ToldTable = ({ told, says }: { told: readonly Disclosure[]; says: PaperWords }) => (
  <Lines
    columns={[
      { title: '时间', width: '27mm' },
      { title: '要点' },
      { title: '告知谁', width: '34mm', whole: true },
      { title: '凭据', width: '18mm' },
      { title: '听懂', width: '18mm' },
    ]}
    lines={told.map((one) => ({
      key: one.id,
      cells: [
        words.timeInWords(one.toldAt),
        says.topicName(one.topic),
        words.joined([words.counterpart(one.toldTo), one.toldToName, words.channel(one.channel)]),
        words.proof(one.proof),
        words.understood(one.understood),
      ],
    }))}
  />
);

export const PromiseTable = ({
  promises,
  names = { us: '我方', them: '对方' },
  ending,
}: {
  promises: readonly PromiseRow[];
  names?: Record<'us' | 'them', string>;
  ending?: ReactNode;
}) => (
  <Lines
    ending={ending}
    columns={[
      { title: '谁承诺', width: '18mm', whole: true },
      { title: '内容' },
      { title: '到期', width: '32mm' },
      { title: '结果', width: '22mm' },
    ]}
    lines={promises.map((one) => ({
      key: one.id,
      cells: [names[one.side], one.what, words.timeInWords(one.dueAt), words.promiseState(one.state)],
    }))}
  />
);

export const FactTable = ({ facts, says }: { facts: readonly Fact[]; says: PaperWords }) => (
  <Lines
    columns={[
      { title: '事项', width: '36mm' },
      { title: '内容' },
      { title: '来源', width: '30mm', whole: true },
      { title: '时间', width: '27mm' },
    ]}
    lines={facts.flatMap((one) =>
      one.value === null || one.topic.startsWith('tick') || says.factOf(one.topic) === undefined
        ? []
        : [
            {
              key: one.id,
              cells: [
                says.factOf(one.topic)?.name.zh ?? one.topic,
                says.factInWords(one.topic, one.value),
                words.joined([words.factSource(one.source), one.sourceName]),
                words.timeInWords(one.saidAt),
              ],
            },
          ],
    )}
  />
);

type Question = CaseFile['questions'][number];

export const QuestionTable = ({ questions, ending }: { questions: readonly Question[]; ending?: ReactNode }) => (
  <Lines
    ending={ending}
    columns={[{ title: '提出', width: '34mm', whole: true }, { title: '问题' }, { title: '答复' }]}
    empty="没有提出问题。"
    lines={questions.map((one) => ({
      key: one.id,
      cells: [
        words.joined([words.timeInWords(one.askedAt), words.counterpart(one.askedBy)]),
        one.body,
        one.answer === null
          ? '待答复'
          : words.joined([one.answer, one.answeredAt === null ? null : `（${words.timeInWords(one.answeredAt)}）`], ''),
      ],
    }))}
  />
);

export const Narrative = ({ title, text }: { title: string; text: string | null }) => (
  <Section title={title}>
    <Words text={text} />
  </Section>
);
