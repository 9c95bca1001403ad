import type { OwnPaper } from '../paper.ts';
import { AccidentPairs, ContactTable, FactTable, Narrative, PartyPairs, PromiseTable, ToldTable } from '../parts/case-parts.tsx';
import { Lines, Section, Signatures } from '../parts/parts.tsx';
import { about, logsWith, standingTold, type OwnSource } from '../source.ts';
import * as words from '../words.ts';

const subjects: Readonly<Record<string, string>> = {
  identity: '身份',
  injury: '伤情',
  scene: '现场',
  paper: '资料',
  record: '笔录',
  other: '其他',
};

const visits = (source: OwnSource) => logsWith(source).filter(({ step }) => step === 2);

/** 查勘记录: the visit to one injured person, with what was seen, said and photographed. */
export const visitPaper: OwnPaper = {
  kind: 'visit',
  title: '查勘记录',
  readers: 'own',
  scope: 'party',
  gap: (source) => (source.party === null ? 'no-party' : visits(source).length === 0 ? 'no-visit' : null),
  body: (source) => {
    const { file, party } = source;
    if (party === null) return null;
    const ids = new Set<string | null>(visits(source).map(({ id }) => id));
    const photos = file.attachments.filter(({ partyId, logId }) => partyId === party.id || ids.has(logId));
    return (
      <>
        <AccidentPairs row={file.case} />
        <Section title="伤者">
          <PartyPairs party={party} />
        </Section>
        <Narrative title="伤情" text={party.injurySummary} />
        <Section title="查勘经过">
          <ContactTable logs={visits(source)} people={file.people} />
        </Section>
        <Section title="了解到的情况">
          <FactTable says={source.says} facts={file.facts.filter(({ partyId, source: who }) => partyId === party.id && who !== 'doctor')} />
        </Section>
        <Section title="照片与附件">
          <Lines
            columns={[
              { title: '内容', width: '22mm' },
              { title: '文件' },
              { title: '拍摄时间', width: '32mm' },
              { title: '文件校验', width: '36mm' },
            ]}
            empty={party.noPhotoReason === null ? '没有照片。' : `没有拍照，原因：${party.noPhotoReason}`}
            lines={photos.map((one) => ({
              key: one.id,
              cells: [subjects[one.subject] ?? one.subject, one.name, words.timeInWords(one.takenAt), one.sha256.slice(0, 16)],
            }))}
          />
        </Section>
        <Section title="已告知的事项">
          <ToldTable says={source.says} told={standingTold(source)} />
        </Section>
        <Section title="承诺">
          <PromiseTable
            promises={about(source, file.promises).filter(({ logId }) => ids.has(logId))}
            ending={<Signatures who={['查勘人']} />}
          />
        </Section>
      </>
    );
  },
};
