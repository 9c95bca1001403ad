import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperTarget } from '../../../shared/papers/contract.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { isLineMissing, paperMeter, type PaperLine } from '../../../shared/papers/checklist.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { OriginalsPart } from './originals-part.tsx';
import { OwnPaperDialog, ReceiveDialog, RefuseDialog, ReturnDialog, TakeBackDialog, WaiveDialog } from './paper-dialogs.tsx';
import { PaperList } from './paper-list.tsx';
import { canAct, checklistOf, keyOfAct, meantLines, noticeLines, paperActs, refusalOf, targetOf, type PaperAct } from './paper-view.ts';
import { usePaperLines, usePaperWords } from './paper-words.ts';
import styles from './papers.module.css';
import { RequestsPart } from './requests-part.tsx';

type Props = {
  file: CaseFile;
  partyId: string | null;
  now: string;
  readOnly: boolean;
  /** The attachments of one paper; they are another feature's. */
  photos: (paperId: string, partyId: string | null) => ReactNode;
};

type Dialog = { act: Exclude<PaperAct, 'check' | 'attach'> | 'own'; lines: readonly PaperLine[] };

const dialogs = {
  receive: ReceiveDialog,
  refuse: RefuseDialog,
  giveBack: ReturnDialog,
  waive: WaiveDialog,
  takeBack: TakeBackDialog,
} as const;

/** What happens at once, and what asks first. */
const usePaperActs = (file: CaseFile, checklist: PaperTarget[], now: string) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const caseId = file.case.id;
  const check = async (lines: readonly PaperLine[]): Promise<void> => {
    const moved = {
      caseId,
      papers: lines.map(targetOf),
      checklist,
      to: 'checked' as const,
      at: now,
      reason: '',
      withName: null,
      original: null,
    };
    const problem = await attempt((api) => api.papers.move(moved));
    if (problem === null) toast.done(t('papers.check.done', { count: lines.length }));
    else toast.failed(problemText(t, problem));
  };
  /** A line has to be a row before files can be tied to it. */
  const attach = async (line: PaperLine): Promise<void> => {
    const problem = line.row === null ? await attempt((api) => api.papers.list({ caseId, papers: [targetOf(line)], checklist })) : null;
    if (problem === null) setOpen(open === line.key ? null : line.key);
    else toast.failed(problemText(t, problem));
  };
  const act = (what: PaperAct, lines: readonly PaperLine[]): void => {
    const [first] = lines;
    if (what === 'check') void check(lines);
    else if (what !== 'attach') setDialog({ act: what, lines });
    else if (first !== undefined) void attach(first);
  };
  return { dialog, setDialog, open, act };
};

/** A letter that does not fit says why, instead of doing nothing. */
const useWhyNot = () => {
  const { t } = useTranslation();
  const toast = useToast();
  const { lineName } = usePaperWords();
  return (act: PaperAct, lines: readonly PaperLine[]): void => {
    const refusal = refusalOf(act, lines);
    if (refusal === null) return;
    const { why, line } = refusal;
    const state = line?.need === 'waived' ? 'papers.need.waived' : `papers.state.${line?.row?.state ?? 'wanted'}`;
    const name = line === null ? '' : lineName(line);
    toast.note(t(`papers.whyNot.${why}`, { name, state: t(state), act: t(`papers.act.${act}`), count: lines.length }));
  };
};

/** 资料: what this person and this accident need, what is in, and everything that can be done about it. */
export const PaperPanel = ({ file, partyId, now, readOnly, photos }: Props) => {
  const { t } = useTranslation();
  const lines = usePaperLines(file, partyId);
  const checklist = checklistOf(lines);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const { dialog, setDialog, open, act } = usePaperActs(file, checklist, now);
  const sayWhyNot = useWhyNot();
  const caseId = file.case.id;
  const meter = paperMeter(lines);
  const chosen = lines.filter(({ key }) => ticked.has(key));
  const meant = (focus: string | null): PaperLine[] => meantLines(lines, ticked, focus);
  const forAct = (what: PaperAct, focus: string | null): PaperLine[] =>
    what === 'notify' ? noticeLines(lines, chosen, focus) : meant(focus);
  const run = (what: PaperAct, focus: string | null): void => {
    const about = forAct(what, focus);
    if (readOnly) return;
    if (canAct(what, about)) act(what, about);
    else sayWhyNot(what, about);
  };
  const tick = (key: string): void =>
    setTicked((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  const close = (): void => {
    setDialog(null);
    setTicked(new Set());
  };
  const Ask = dialog === null || dialog.act === 'notify' || dialog.act === 'own' ? null : dialogs[dialog.act];
  return (
    <div role="group" aria-label={t('papers.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('papers.panel.title')}</strong>
        <span className="tabular">{t('papers.panel.meter', { in: meter.in, all: meter.all })}</span>
        <span className={styles['second']}>
          {readOnly ? '' : t(chosen.length === 0 ? 'papers.panel.keys' : 'papers.panel.chosen', { count: chosen.length })}
        </span>
      </div>
      {readOnly ? null : (
        <div className={styles['tools']} role="toolbar" aria-label={t('papers.panel.tools')}>
          {paperActs.map((what) => {
            const waived = what === 'waive' && meant(focused).some(({ need }) => need === 'waived');
            return (
              <Button
                key={what}
                size="small"
                type={what === 'notify' ? 'primary' : 'default'}
                disabled={!canAct(what, forAct(what, focused))}
                onClick={() => run(what, focused)}
              >
                {t(waived ? 'papers.act.needAgain' : `papers.act.${what}`)} <kbd>{keyOfAct[what].toUpperCase()}</kbd>
              </Button>
            );
          })}
          <Button size="small" onClick={() => setDialog({ act: 'own', lines: [] })}>
            {t('papers.act.own')}
          </Button>
        </div>
      )}
      <PaperList
        file={file}
        lines={lines}
        now={now}
        ticked={ticked}
        open={open}
        readOnly={readOnly}
        onTick={tick}
        onFocus={setFocused}
        onAct={run}
        onTickMissing={() => setTicked(new Set(lines.filter(isLineMissing).map(({ key }) => key)))}
        photos={({ row }) => (row === null ? null : photos(row.id, row.partyId))}
      />
      <OriginalsPart file={file} partyId={partyId} now={now} />
      <RequestsPart file={file} partyId={partyId} now={now} />
      {Ask === null || dialog === null ? null : (
        <Ask caseId={caseId} lines={dialog.lines} checklist={checklist} now={now} onClose={close} />
      )}
      {dialog?.act === 'notify' ? (
        <NoticeDialog file={file} partyId={partyId} lines={lines} named={dialog.lines} now={now} onClose={close} />
      ) : null}
      {dialog?.act === 'own' ? <OwnPaperDialog caseId={caseId} partyId={partyId} onClose={close} /> : null}
    </div>
  );
};
