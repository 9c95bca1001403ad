import damages from '../../../resources/locales/zh-CN/damages.json' with { type: 'json' };
import caseFile from '../../../resources/locales/zh-CN/case-file.json' with { type: 'json' };
import contacts from '../../../resources/locales/zh-CN/contacts.json' with { type: 'json' };
import doctors from '../../../resources/locales/zh-CN/doctors.json' with { type: 'json' };
import escalations from '../../../resources/locales/zh-CN/escalations.json' with { type: 'json' };
import offers from '../../../resources/locales/zh-CN/offers.json' with { type: 'json' };
import parties from '../../../resources/locales/zh-CN/parties.json' with { type: 'json' };
import promises from '../../../resources/locales/zh-CN/promises.json' with { type: 'json' };
import scenarios from '../../../resources/locales/zh-CN/scenarios.json' with { type: 'json' };
import { chinaDateOf, chinaOffsetMinutes } from '../../../shared/kernel/dates.ts';
import { formatFen } from '../../../shared/kernel/money.ts';
import type { FactValue } from '../../../shared/facts/model.ts';
import type { ScenarioSentence } from '../../../shared/scenarios/sentences.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';

// Papers are Chinese whatever the screen shows; they say the same words as the Chinese screen, from the same files.

/** A word of a closed list; what the list does not know is shown as it is. */
const wordsOf =
  (list: Readonly<Record<string, string>>) =>
  (key: string | number | null): string =>
    key === null ? '' : (list[String(key)] ?? String(key));

/** On paper the customer 客户 is called by the role in the policy. */
export const counterpart = wordsOf({ ...contacts.counterpart, insured: '被保险人', appraiser: '鉴定机构' });
export const channel = wordsOf(contacts.channel);
export const outcome = wordsOf(contacts.outcome);
export const understood = wordsOf(contacts.understood);
export const proof = wordsOf(contacts.proof);
export const liability = wordsOf(caseFile.liability);
export const severity = wordsOf(caseFile.severity);
export const clockName = wordsOf(caseFile.clock);
export const clockBasis = wordsOf(caseFile.basis);
export const gender = wordsOf(parties.gender);
export const roadRole = wordsOf(parties.road);
export const diagnosisMode = wordsOf(doctors.mode);
export const injuryKind = wordsOf(doctors.kind);
export const injurySource = wordsOf(doctors.source);
export const treatmentKind = wordsOf(doctors.treatment.kind);
/** The place of a mark as it is said: 右踝. */
export const injuryPlace = ({ region, side }: { region: string; side: string }): string =>
  `${side === 'middle' ? '' : wordsOf(doctors.side)(side)}${wordsOf(doctors.region)(region)}`;
export const escalationKind = wordsOf(escalations.kind);
export const escalationField = wordsOf(escalations.field);
export const escalationState = wordsOf(escalations.state);
export const scenarioWay = wordsOf(escalations.way);
/** The difference of one way to the first, as the screen says it. */
export const scenarioSentence = ({ code, way, base, amountFen, days }: ScenarioSentence): string =>
  scenarios.sentence[code]
    .replaceAll('{{way}}', scenarioWay(way))
    .replaceAll('{{base}}', scenarioWay(base))
    .replaceAll('{{amount}}', formatFen(amountFen))
    .replaceAll('{{count}}', String(days));
export const offerState = wordsOf(offers.state);
export const offerLayer = wordsOf(offers.layer);
export const damageKind = wordsOf(damages.kind);
export const reviewAngle = wordsOf({ yes: '是', no: '否', open: '未看' });
export const promiseState = wordsOf(promises.state);
export const factSource = wordsOf({
  ...contacts.counterpart,
  insured: '被保险人',
  employer: '单位',
  paper: '书面材料',
  seen: '现场所见',
  other: '其他',
});
export const stepState = wordsOf({ 'not-started': '未开始', working: '进行中', done: '已完成', waived: '免做', attention: '需复核' });

export const yuan = (amountFen: number | null): string => (amountFen === null ? '' : `${formatFen(amountFen)} 元`);

/** For columns that name the unit in their title. */
export const amount = (amountFen: number | null): string => (amountFen === null ? '' : formatFen(amountFen));

/** `0.7` → `70%`; a share is exact, so nothing is rounded away. */
export const percentOf = (ratio: string): string => {
  const value = Number(ratio);
  return ratio === '' || !Number.isFinite(value) ? ratio : `${Number((value * 100).toFixed(6))}%`;
};

/** `2026-11-20 10:30`, Chinese time. */
export const timeInWords = (at: string | null): string =>
  at === null || at === '' ? '' : new Date(Date.parse(at) + chinaOffsetMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** `2026年11月20日`. */
export const dayInWords = (on: string | null): string => {
  const [year, month, day] = (on ?? '').split('-');
  return year && month && day ? `${year}年${Number(month)}月${Number(day)}日` : '';
};

export const dayOf = (at: string): string => dayInWords(chinaDateOf(at));

export const yesNo = (value: boolean | null): string => (value === null ? '' : value ? '是' : '否');

const joined = (parts: readonly (string | null)[], between = ' '): string =>
  parts.filter((part) => part !== null && part !== '').join(between);

/** The value of a fact as it is read on paper. */
export const valueInWords = (topic: FactTopic | undefined, value: FactValue): string => {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'choice':
      return (
        topic?.choices?.find(({ id }) => id === value.choice)?.name.zh ??
        (value.choice === 'yes' ? '是' : value.choice === 'no' ? '否' : value.choice)
      );
    case 'money':
      return yuan(value.amountFen);
    case 'number':
      return String(value.number);
    case 'date':
      return dayInWords(value.on);
    case 'carers':
      return value.carers
        .map((one) =>
          joined([
            one.name,
            one.relation,
            one.days === null ? null : `${one.days} 天`,
            one.incomeMonthlyFen === null ? null : `月收入 ${yuan(one.incomeMonthlyFen)}`,
          ]),
        )
        .join('；');
    case 'dependants':
      return value.dependants
        .map((one) =>
          joined([
            one.name,
            one.relation,
            one.bornOn === null ? null : `${dayInWords(one.bornOn)}生`,
            one.supporters === null ? null : `扶养人 ${one.supporters} 人`,
          ]),
        )
        .join('；');
  }
};

export { joined };
