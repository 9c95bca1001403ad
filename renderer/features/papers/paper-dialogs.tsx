import { useTranslation } from 'react-i18next';
import type { PaperLine } from '../../../shared/papers/checklist.ts';
import type { PaperMove, PaperTarget } from '../../../shared/papers/contract.ts';
import type { PaperNeed } from '../../../shared/papers/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { usePaperWords } from './paper-words.ts';
import { backTo, originalsLikely, targetOf } from './paper-view.ts';

type Props = { caseId: string; lines: readonly PaperLine[]; checklist: PaperTarget[]; now: string; onClose: () => void };

const useNames = (lines: readonly PaperLine[]): string => {
  const { t } = useTranslation();
  const { lineName } = usePaperWords();
  return lines.map(lineName).join(t('papers.panel.comma'));
};

const useMove = ({ caseId, lines, checklist, now }: Omit<Props, 'onClose'>) => {
  const attempt = useAttempt();
  const still = { caseId, papers: lines.map(targetOf), checklist, at: now, reason: '', withName: null, original: null };
  return (to: PaperMove['to'], more: Partial<PaperMove>) => attempt((api) => api.papers.move({ ...still, to, ...more }));
};

type Receipt = { at: string | null; withName: string | null; original: boolean | null };

/** From whom the papers came, and whether they are the originals. */
export const ReceiveDialog = ({ caseId, lines, checklist, now, onClose }: Props) => {
  const { t } = useTranslation();
  const move = useMove({ caseId, lines, checklist, now });
  const names = useNames(lines);
  return (
    <RecordDialog<Receipt>
      title={t('papers.receive.title', { count: lines.length })}
      note={names}
      width={520}
      initial={{ at: now, withName: null, original: originalsLikely(lines) }}
      fields={[
        { name: 'withName', kind: 'text', label: t('papers.receive.from'), max: 200 },
        { name: 'at', kind: 'instant', label: t('papers.receive.at'), required: true },
        { name: 'original', kind: 'yesNo', label: t('papers.receive.original'), hint: t('papers.receive.originalHint'), wide: true },
      ]}
      saveLabel={t('papers.receive.save')}
      onSave={({ at, withName, original }) => move('received', { at: at ?? now, withName, original: original ?? false })}
      onClose={onClose}
    />
  );
};

type Return = { at: string | null; withName: string | null };

/** To whom the originals went back. */
export const ReturnDialog = ({ caseId, lines, checklist, now, onClose }: Props) => {
  const { t } = useTranslation();
  const move = useMove({ caseId, lines, checklist, now });
  const names = useNames(lines);
  return (
    <RecordDialog<Return>
      title={t('papers.giveBack.title', { count: lines.length })}
      note={names}
      width={520}
      initial={{ at: now, withName: lines[0]?.row?.receivedFrom ?? null }}
      fields={[
        { name: 'withName', kind: 'text', label: t('papers.giveBack.to'), required: true, max: 200 },
        { name: 'at', kind: 'instant', label: t('papers.giveBack.at'), required: true },
      ]}
      saveLabel={t('papers.giveBack.save')}
      onSave={({ at, withName }) => move('returned', { at: at ?? now, withName })}
      onClose={onClose}
    />
  );
};

/** Why a paper cannot be used: the person who brought it will ask. */
export const RefuseDialog = ({ caseId, lines, checklist, now, onClose }: Props) => {
  const { t } = useTranslation();
  const move = useMove({ caseId, lines, checklist, now });
  return (
    <ReasonDialog
      title={t('papers.refuse.title', { count: lines.length })}
      note={useNames(lines)}
      label={t('papers.refuse.reason')}
      confirm={t('papers.refuse.save')}
      onConfirm={(reason) => move('refused', { reason })}
      onClose={onClose}
    />
  );
};

/** A step that was taken by mistake goes back with a reason. */
export const TakeBackDialog = ({ caseId, lines, checklist, now, onClose }: Props) => {
  const { t } = useTranslation();
  const move = useMove({ caseId, lines, checklist, now });
  const names = useNames(lines);
  const to = backTo(lines);
  if (to === null) return null;
  return (
    <ReasonDialog
      title={t('papers.takeBack.title', { state: t(`papers.state.${to}`) })}
      note={names}
      confirm={t('papers.takeBack.save')}
      onConfirm={(reason) => move(to, { reason })}
      onClose={onClose}
    />
  );
};

/** This case does without the papers, or needs them after all. */
export const WaiveDialog = ({ caseId, lines, checklist, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const names = useNames(lines);
  const back = lines.every(({ need }) => need === 'waived');
  const save = async (reason: string) => {
    for (const line of lines) {
      const need: PaperNeed = back ? (line.wording?.need ?? 'needed') : 'waived';
      const problem = await attempt((api) => api.papers.setNeed({ caseId, paper: targetOf(line), checklist, need, reason }));
      if (problem !== null) return problem;
    }
    return null;
  };
  return (
    <ReasonDialog
      title={t(back ? 'papers.waive.backTitle' : 'papers.waive.title', { count: lines.length })}
      note={names}
      confirm={t(back ? 'papers.waive.backSave' : 'papers.waive.save')}
      onConfirm={save}
      onClose={onClose}
    />
  );
};

type Own = { name: string | null; need: PaperNeed; ofCase: boolean | null };

/** A paper that no list foresees. */
export const OwnPaperDialog = ({ caseId, partyId, onClose }: { caseId: string; partyId: string | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  return (
    <RecordDialog<Own>
      title={t('papers.own.title')}
      width={520}
      initial={{ name: null, need: 'needed', ofCase: partyId === null }}
      fields={[
        { name: 'name', kind: 'text', label: t('papers.own.name'), required: true, max: 200, wide: true },
        {
          name: 'need',
          kind: 'pick',
          label: t('papers.own.need'),
          required: true,
          options: (['needed', 'optional'] as const).map((value) => ({ value, label: t(`papers.need.${value}`) })),
        },
        ...(partyId === null ? [] : [{ name: 'ofCase' as const, kind: 'yesNo' as const, label: t('papers.own.ofCase') }]),
      ]}
      saveLabel={t('papers.own.save')}
      onSave={({ name, need, ofCase }) =>
        attempt((api) => api.papers.list({ caseId, papers: [{ partyId: ofCase === true ? null : partyId, wordingId: null, name, need }] }))
      }
      onClose={onClose}
    />
  );
};
