import type { OwnPaper } from '../paper.ts';
import { AccidentPairs, ContactTable, FactTable, PartyPairs } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures } from '../parts/parts.tsx';
import { about, uncorrected, type OwnSource } from '../source.ts';
import * as words from '../words.ts';

const talks = (source: OwnSource) => about(source, uncorrected(source.file.logs)).filter(({ counterpart }) => counterpart === 'doctor');
const diagnoses = (source: OwnSource) => about(source, source.file.diagnoses);

const Marks = ({ source }: { source: OwnSource }) => (
  <Lines
    columns={[
      { title: '部位', width: '30mm' },
      { title: '损伤', width: '24mm' },
      { title: '谁说的', width: '24mm' },
      { title: '所属诊断' },
      { title: '说明' },
    ]}
    empty="没有标记部位。"
    lines={about(source, source.file.marks).map((one) => ({
      key: one.id,
      cells: [
        words.injuryPlace(one),
        words.injuryKind(one.kind),
        words.injurySource(one.source),
        source.file.diagnoses.find(({ id }) => id === one.diagnosisId)?.body,
        one.note,
      ],
    }))}
  />
);

const Treatments = ({ source }: { source: OwnSource }) => (
  <Lines
    columns={[
      { title: '项目', width: '18mm' },
      { title: '起', width: '28mm' },
      { title: '止', width: '28mm' },
      { title: '医院' },
      { title: '金额', width: '28mm', number: true },
      { title: '说明' },
    ]}
    lines={about(source, source.file.treatments)
      .toSorted((a, b) => (a.fromOn ?? '').localeCompare(b.fromOn ?? ''))
      .map((one) => ({
        key: one.id,
        cells: [
          words.treatmentKind(one.kind),
          words.dayInWords(one.fromOn),
          one.kind === 'stay' && one.untilOn === null ? '尚未出院' : words.dayInWords(one.untilOn),
          one.hospital,
          words.yuan(one.amountFen),
          one.note,
        ],
      }))}
  />
);

/** 医生访谈记录: diagnoses as spoken and as written, the plan with its cost, and the talks. Doubts stay out of it. */
export const doctorPaper: OwnPaper = {
  kind: 'doctor',
  title: '医生访谈记录',
  readers: 'own',
  scope: 'party',
  gap: (source) => {
    if (source.party === null) return 'no-party';
    return diagnoses(source).length === 0 && talks(source).length === 0 ? 'no-diagnosis' : null;
  },
  body: (source) => {
    const { file, party } = source;
    if (party === null) return null;
    return (
      <>
        <AccidentPairs row={file.case} />
        <Section title="伤者">
          <PartyPairs party={party} />
        </Section>
        <Section title="诊断">
          <Lines
            columns={[
              { title: '方式', width: '20mm' },
              { title: '诊断' },
              { title: '编码', width: '18mm' },
              { title: '医院与医生', width: '46mm' },
              { title: '日期', width: '28mm' },
            ]}
            lines={diagnoses(source).map((one) => ({
              key: one.id,
              cells: [
                words.diagnosisMode(one.mode),
                words.joined([one.body, one.oldIllness === true ? '（原有疾病）' : null], ''),
                one.icd10,
                words.joined([one.hospital, one.department, one.doctor]),
                words.dayInWords(one.statedOn),
              ],
            }))}
          />
        </Section>
        <Section title="治疗预估">
          <Lines
            columns={[
              { title: '方案' },
              { title: '住院', width: '16mm' },
              { title: '预计费用', width: '30mm' },
              { title: '其中目录外', width: '30mm' },
              { title: '预后', width: '34mm' },
              { title: '日期', width: '26mm' },
            ]}
            lines={about(source, file.estimates).map((one) => ({
              key: one.id,
              cells: [
                words.joined([one.plan, one.doctor === null ? null : `（${one.doctor}）`], ''),
                one.stayDays === null ? '' : `${one.stayDays} 天`,
                words.yuan(one.costFen),
                words.yuan(one.nonListedFen),
                one.outcome,
                words.dayInWords(one.statedOn),
              ],
            }))}
          />
        </Section>
        <Section title="伤情部位">
          <Marks source={source} />
        </Section>
        <Section title="治疗经过">
          <Treatments source={source} />
        </Section>
        <Section title="医生所述">
          <FactTable says={source.says} facts={about(source, file.facts).filter((one) => one.source === 'doctor')} />
        </Section>
        <Section title="访谈经过">
          <ContactTable logs={talks(source)} people={file.people} ending={<Signatures who={['访谈人', '医生']} />} />
        </Section>
      </>
    );
  },
};
