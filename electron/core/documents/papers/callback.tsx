import type { OwnPaper } from '../paper.ts';
import { CasePairs, ContactTable, FactTable, Narrative, PromiseTable, QuestionTable, ToldTable } from '../parts/case-parts.tsx';
import { Lines, Pairs, Section, Signatures } from '../parts/parts.tsx';
import { logsWith, standingTold, type OwnSource } from '../source.ts';
import * as words from '../words.ts';

const insured = (source: OwnSource): OwnSource => ({ ...source, party: null });
const firstLogs = (source: OwnSource) => logsWith(insured(source)).filter(({ step }) => step === 1);

/** 回访记录: the first contacts with the insured or the driver and what came of them. */
export const callbackPaper: OwnPaper = {
  kind: 'callback',
  title: '回访记录',
  readers: 'own',
  scope: 'case',
  gap: (source) => (firstLogs(source).length === 0 ? 'no-contact' : null),
  body: (source) => {
    const { file } = source;
    const logs = firstLogs(source);
    const ids = new Set<string | null>(logs.map(({ id }) => id));
    const said = file.facts.filter(({ source: who }) => who === 'insured' || who === 'driver');
    return (
      <>
        <CasePairs row={file.case} />
        <Narrative title="事故经过" text={file.case.accidentCourse} />
        <Section title="伤者">
          <Lines
            columns={[{ title: '姓名', width: '30mm' }, { title: '医院' }, { title: '伤情' }]}
            lines={file.parties.map((one) => ({
              key: one.id,
              cells: [one.name, words.joined([one.hospital, one.department, one.ward, one.bed]), one.injurySummary],
            }))}
          />
        </Section>
        <Section title="联络经过">
          <ContactTable logs={logs} people={file.people} />
        </Section>
        <Section title="客户的期望与担心">
          <Pairs
            rows={[
              ['期望', file.case.hopes],
              ['担心', file.case.worries],
              ['需要垫付', words.yesNo(file.case.advanceNeeded)],
            ]}
          />
        </Section>
        <Section title="客户与驾驶人所述">
          <FactTable says={source.says} facts={said} />
        </Section>
        <Section title="提问与答复">
          <QuestionTable questions={file.questions.filter(({ logId }) => ids.has(logId))} />
        </Section>
        <Section title="已告知的事项">
          <ToldTable says={source.says} told={standingTold(insured(source))} />
        </Section>
        <Section title="承诺">
          <PromiseTable promises={file.promises.filter(({ logId }) => ids.has(logId))} ending={<Signatures who={['记录人']} />} />
        </Section>
      </>
    );
  },
};
