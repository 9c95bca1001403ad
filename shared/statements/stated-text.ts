import { addMinutes, chinaOffsetMinutes } from '../kernel/dates.ts';
import { formatFen } from '../kernel/money.ts';
import type { Fact, FactSource, FactValue } from '../facts/model.ts';
import type { FactTopic } from '../wording/model.ts';

/**
 * The text that a person signs. It is Chinese in every language of the app, because it is a document: what was shown is what is
 * hashed and kept, so a later wording of these lines changes no statement that was frozen before.
 */
type Statement = {
  reportNumber: string;
  partyName: string;
  /** In the order in which they are to be read. */
  facts: readonly Fact[];
  topics: readonly FactTopic[];
};

const speaker: Record<FactSource, string> = {
  injured: '伤者本人',
  family: '家属',
  insured: '客户',
  driver: '驾驶人',
  doctor: '医生',
  police: '交警',
  employer: '单位',
  paper: '书面材料',
  seen: '亲眼所见',
  other: '其他',
};

export const statedText = ({ reportNumber, partyName, facts, topics }: Statement): string => {
  const topicIds = [...new Set(facts.map(({ topic }) => topic))];
  const parts = topicIds.map((id, index) => {
    const topic = topics.find((one) => one.id === id);
    const said = facts.filter((fact) => fact.topic === id).map((fact) => saidLine(fact, topic));
    return `${index + 1}. ${topic?.name.zh ?? id}：${said.join('\n   后来说：')}`;
  });
  const head = `首次陈述记录\n报案号：${reportNumber}\n伤者：${partyName}`;
  return [head, '', ...parts, '', '以上是按所说记下的内容，已经给我看过或读给我听过。'].join('\n');
};

const saidLine = ({ value, source, sourceName, saidAt }: Fact, topic: FactTopic | undefined): string => {
  const who = sourceName === null ? speaker[source] : `${speaker[source]} ${sourceName}`;
  return `${value === null ? '' : statedValue(value, topic)}（${who}，${chinaClock(saidAt)}）`;
};

/** Chinese wall-clock time, `2026-03-02 10:20`. */
const chinaClock = (at: string): string => addMinutes(at, chinaOffsetMinutes).slice(0, 16).replace('T', ' ');

/** A value as the document says it. */
const statedValue = (value: FactValue, topic: FactTopic | undefined): string => {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'choice':
      return topic?.choices?.find(({ id }) => id === value.choice)?.name.zh ?? value.choice;
    case 'money':
      return `${formatFen(value.amountFen)} 元`;
    case 'number':
      return String(value.number);
    case 'date':
      return value.on;
    case 'carers':
      return listed(
        value.carers.map(({ name, relation, days, incomeMonthlyFen }) => [
          name,
          relation,
          days === null ? '' : `护理 ${days} 天`,
          incomeMonthlyFen === null ? '' : `月收入 ${formatFen(incomeMonthlyFen)} 元`,
        ]),
      );
    case 'dependants':
      return listed(
        value.dependants.map(({ name, relation, bornOn, supporters }) => [
          name,
          relation,
          bornOn === null ? '' : `${bornOn} 出生`,
          supporters === null ? '' : `${supporters} 人共同扶养`,
        ]),
      );
  }
};

const listed = (people: readonly (readonly string[])[]): string =>
  people.length === 0 ? '没有' : people.map((parts) => parts.filter((part) => part !== '').join('，')).join('；');
