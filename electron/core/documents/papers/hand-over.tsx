import { papersFor, isMissing } from '../../../../shared/papers/rules.ts';
import { caseFeatures } from '../../../../shared/wording/case-features.ts';
import { dueTopics } from '../../../../shared/wording/guide.ts';
import { deriveCaseSignals } from '../../../../shared/wording/signals.ts';
import type { OwnPaper } from '../paper.ts';
import { CasePairs, ContactTable, PromiseTable, QuestionTable } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures } from '../parts/parts.tsx';
import { uncorrected, type OwnSource } from '../source.ts';
import * as words from '../words.ts';

const lastContacts = 8;

/** Topics that the case makes necessary and that nobody was told. */
const untold = ({ file, says }: OwnSource): string[] => {
  const told = new Set(file.disclosures.map(({ topic }) => topic));
  return dueTopics(says.topics, deriveCaseSignals(caseFeatures(file, null)))
    .filter(({ id }) => !told.has(id))
    .map(({ name }) => name.zh);
};

/** What was promised or asked, else the person, else the whole case. */
const aboutWhat = ({ file }: OwnSource, { what, partyId }: OwnSource['file']['clocks'][number]): string =>
  what ?? file.parties.find(({ id }) => id === partyId)?.name ?? '整案';

const People = ({ source: { file } }: { source: OwnSource }) => (
  <Lines
    columns={[
      { title: '伤者', width: '30mm', whole: true },
      { title: '医院床位', whole: true },
      { title: '伤情' },
      { title: '步骤', whole: true },
    ]}
    lines={file.parties.map((one) => ({
      key: one.id,
      cells: [
        words.joined([one.name, one.phone]),
        words.joined([one.hospital, one.department, one.ward, one.bed]),
        one.injurySummary,
        file.steps
          .filter(({ partyId }) => partyId === one.id || partyId === null)
          .map((step) => `${step.step}\u00A0${words.stepState(step.state)}`)
          .join('；'),
      ],
    }))}
  />
);

const Open = ({ source }: { source: OwnSource }) => {
  const { file } = source;
  const missing = papersFor(file, null).filter(isMissing);
  const doubts = file.doubts.filter(({ state }) => state === 'open');
  return (
    <>
      <Section title="未了的承诺">
        <PromiseTable promises={file.promises.filter(({ state }) => state === 'open')} />
      </Section>
      <Section title="待答复的提问">
        <QuestionTable questions={file.questions.filter(({ answer }) => answer === null)} />
      </Section>
      <Section title="还没有告知的要点">
        <p className="words">{untold(source).join('；') || '该说的都说过了。'}</p>
      </Section>
      <Section title="还缺的资料">
        <p className="words">{missing.map((row) => source.says.paperName(row)).join('；') || '没有。'}</p>
      </Section>
      <Section title="开放的疑点">
        <Lines
          columns={[{ title: '疑点' }, { title: '负责人', width: '28mm', whole: true }]}
          empty="没有。"
          lines={doubts.map((one) => ({ key: one.id, cells: [one.body, one.ownerName] }))}
        />
      </Section>
    </>
  );
};

/** 案件交接单: what the next owner must know and what is under way. */
export const handOverPaper: OwnPaper = {
  kind: 'handOver',
  title: '案件交接单',
  readers: 'own',
  scope: 'case',
  gap: () => null,
  body: (source) => {
    const { file } = source;
    return (
      <>
        <CasePairs row={file.case} />
        <Section title="伤者与步骤">
          <People source={source} />
        </Section>
        <Section title="在走的时限">
          <Lines
            columns={[
              { title: '时限', width: '38mm' },
              { title: '关于' },
              { title: '依据', width: '20mm' },
              { title: '到期', width: '36mm' },
            ]}
            empty="没有在走的时限。"
            lines={file.clocks.map((one, i) => ({
              key: `${one.kind} ${i}`,
              cells: [words.clockName(one.kind), aboutWhat(source, one), words.clockBasis(one.basis), words.timeInWords(one.dueAt)],
            }))}
          />
        </Section>
        <Open source={source} />
        <Section title="最近的联络">
          <ContactTable
            logs={uncorrected(file.logs).slice(-lastContacts)}
            people={file.people}
            ending={<Signatures who={['交出人', '接收人', '主管']} />}
          />
        </Section>
      </>
    );
  },
};
