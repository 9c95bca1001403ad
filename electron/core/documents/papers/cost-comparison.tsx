import type { Escalation, Scenario } from '../../../../shared/escalations/model.ts';
import type { OwnPaper } from '../paper.ts';
import { AccidentPairs } from '../parts/case-parts.tsx';
import { ComparedWays } from '../parts/compared-ways.tsx';
import { Lines, Pairs, Section, Signatures, Words } from '../parts/parts.tsx';
import * as words from '../words.ts';

const costOf = ({ amountFen, extraCostFen }: Scenario): number | null =>
  amountFen === null && extraCostFen === null ? null : (amountFen ?? 0) + (extraCostFen ?? 0);

const filled = ({ scenarios }: Escalation): Scenario[] => (scenarios ?? []).filter((one) => costOf(one) !== null || one.days !== null);

/** What another way costs beside settling now: more or less money, later or sooner. */
const difference = (one: Scenario, now: Scenario): string => {
  const money = (costOf(one) ?? 0) - (costOf(now) ?? 0);
  const days = one.days === null || now.days === null ? null : one.days - now.days;
  return words.joined(
    [
      costOf(one) === null || costOf(now) === null
        ? '金额没有填全'
        : money === 0
          ? '公司花费相同'
          : `公司${money > 0 ? '多' : '少'}花 ${words.yuan(Math.abs(money))}`,
      days === null || days === 0 ? null : `${days > 0 ? '晚' : '早'} ${Math.abs(days)} 天`,
    ],
    '，',
  );
};

/** Ways as somebody typed them into the request. */
const TypedWays = ({ rows }: { rows: readonly Scenario[] }) => {
  const now = rows.find(({ way }) => way === 'settle-now');
  return (
    <>
      <Section title="三种走法">
        <Lines
          columns={[
            { title: '走法', width: '22mm' },
            { title: '赔付', width: '28mm', number: true },
            { title: '鉴定、诉讼等费用', width: '32mm', number: true },
            { title: '公司合计', width: '28mm', number: true },
            { title: '天数', width: '14mm', number: true },
            { title: '和现在了结相比' },
          ]}
          lines={rows.map((one) => ({
            key: one.way,
            cells: [
              words.scenarioWay(one.way),
              words.yuan(one.amountFen),
              words.yuan(one.extraCostFen),
              <strong key="sum">{words.yuan(costOf(one))}</strong>,
              one.days,
              one === now ? '以此为准' : now === undefined ? '没有填现在了结' : difference(one, now),
            ],
          }))}
        />
      </Section>
      <Section title="各自的说明">
        {rows.map((one) => (
          <Words key={one.way} text={`${words.scenarioWay(one.way)}：${one.note === '' ? '没有另外的说明' : one.note}`} />
        ))}
      </Section>
    </>
  );
};

/** 费用对比: settling now, after appraisal and in court side by side, with what each costs beside the first. */
export const costComparisonPaper: OwnPaper = {
  kind: 'costComparison',
  title: '费用对比',
  readers: 'own',
  scope: 'escalation',
  gap: ({ escalation, comparison = null }) =>
    escalation === null ? 'no-escalation' : comparison === null && filled(escalation).length < 2 ? 'no-scenarios' : null,
  body: ({ file, party, escalation: row, comparison = null }) =>
    row === null ? null : (
      <>
        <AccidentPairs row={file.case} />
        <Pairs
          rows={[
            ['请求', row.ask],
            ['伤者', party?.name ?? '整案'],
            ['数字来源', comparison === null ? '由提出人填写' : `按本案理算（方案比较「${comparison.set.name}」）`],
          ]}
        />
        {comparison === null ? <TypedWays rows={filled(row)} /> : <ComparedWays comparison={comparison} sent={filled(row)} />}
        <Section title="为什么只看材料看不出来">
          <Words text={row.whyFileSilent} />
        </Section>
        <Signatures who={['提出人', '决定人']} />
      </>
    ),
};
