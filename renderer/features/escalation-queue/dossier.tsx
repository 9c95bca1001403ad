import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { DueWords } from '../../app/due-time.tsx';
import { useGo } from '../../app/go.ts';
import { useAuthority } from '../../app/use-authority.ts';
import { RequestWays } from '../../app/request-ways.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { Behind } from './behind.tsx';
import { ApproveDialog, DecideDialog, RemarkDialog, type Way } from './decide-dialogs.tsx';
import styles from './queue.module.css';
import type { QueueLine } from './requests.ts';
import type { RemarkField } from './queue-view.ts';

type Props = {
  line: QueueLine;
  file: CaseFile;
  now: string;
  /** Small pictures of the enclosures, made where features may be joined. */
  enclosures: (file: CaseFile, ids: readonly string[]) => ReactNode;
  onDecided: () => void;
  onNext: () => void;
};

type Open = { way: Way } | { remark: RemarkField | null } | null;

const stateColour: Record<QueueLine['escalation']['state'], string> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'success',
  'approved-less': 'success',
  returned: 'warning',
  refused: 'error',
  told: 'success',
};

/** Decisions as buttons and keys; they stay silent when the request cannot be decided here. */
const Acts = ({ amount, onOpen, onNext }: { amount: boolean; onOpen: ((open: Open) => void) | null; onNext: () => void }) => {
  const { t } = useTranslation();
  const acts = [
    { key: 'a', name: 'approved', run: () => onOpen?.({ way: 'approved' }), off: onOpen === null },
    { key: 'l', name: 'approved-less', run: () => onOpen?.({ way: 'approved-less' }), off: onOpen === null || !amount },
    { key: 'r', name: 'returned', run: () => onOpen?.({ way: 'returned' }), off: onOpen === null },
    { key: 'x', name: 'refused', run: () => onOpen?.({ way: 'refused' }), off: onOpen === null },
    { key: 'm', name: 'remark', run: () => onOpen?.({ remark: null }), off: onOpen === null },
    { key: 'n', name: 'next', run: onNext, off: false },
  ];
  return (
    <div className={styles['acts']}>
      {acts
        .filter(({ off }) => !off)
        .map((act) => (
          <Act key={act.key} combo={act.key} label={t(`escalation-queue.act.${act.name}`)} main={act.name === 'approved'} run={act.run} />
        ))}
    </div>
  );
};

const Act = ({ combo, label, main, run }: { combo: string; label: string; main: boolean; run: () => void }) => {
  useShortcut({ combo, label, run });
  return (
    <Button type={main ? 'primary' : 'default'} onClick={run}>
      {label} <kbd>{combo.toUpperCase()}</kbd>
    </Button>
  );
};

type PartProps = { line: QueueLine; field: RemarkField; onRemark: ((field: RemarkField) => void) | null; children: ReactNode };

/** One field of the request with the remarks pinned to it. */
const Part = ({ line, field, onRemark, children }: PartProps) => {
  const { t } = useTranslation();
  const name = t(`escalations.field.${field}`);
  return (
    <section>
      <h3 className={styles['part']}>
        {name}
        {onRemark === null ? null : (
          <Button type="link" size="small" aria-label={t('escalation-queue.remark.on', { field: name })} onClick={() => onRemark(field)}>
            {t('escalation-queue.act.remark')}
          </Button>
        )}
      </h3>
      {children}
      {line.remarks
        .filter((one) => one.field === field)
        .map((one) => (
          <p key={one.id} className={styles['remark']}>
            {one.body}
          </p>
        ))}
    </section>
  );
};

const Text = ({ text }: { text: string | null }) => {
  const { t } = useTranslation();
  return text === null || text === '' ? (
    <p className={styles['second']}>{t('escalation-queue.dossier.nothing')}</p>
  ) : (
    <p className={styles['text']}>{text}</p>
  );
};

/** Who asks, since when it waits, under which clock; and the decision once there is one. */
const Lead = ({ line, file, now }: Pick<Props, 'line' | 'file' | 'now'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { escalation: row, askedByName } = line;
  const clock = file.clocks.find((one) => one.kind === 'escalation-decision' && one.refId === row.id);
  const span = format.span(format.minutes(row.submittedAt ?? row.at, now));
  const by = askedByName ?? '—';
  if (row.state === 'submitted') {
    return (
      <p>
        {t('escalation-queue.dossier.waits', { by, span })}{' '}
        {clock === undefined ? null : <DueWords clock={clock} now={now} name={t('clocks.rule.escalation-decision')} />}
      </p>
    );
  }
  if (row.decidedAt === null) return <p>{t('escalation-queue.dossier.draft', { by })}</p>;
  const decision = t('escalation-queue.dossier.decided', {
    by: row.decidedByName ?? '',
    at: format.instant(row.decidedAt),
    way: t(`escalations.state.${row.state}`),
  });
  return <p>{[decision, row.decidedFen === null ? null : format.money(row.decidedFen), row.decisionReason].filter(Boolean).join(' · ')}</p>;
};

const Fields = ({
  line,
  file,
  enclosures,
  onRemark,
}: Pick<Props, 'line' | 'file' | 'enclosures'> & { onRemark: ((field: RemarkField) => void) | null }) => {
  const { t } = useTranslation();
  const { escalation: row } = line;
  const part = { line, onRemark };
  return (
    <div className={styles['fields']}>
      {line.remarks
        .filter(({ field }) => field === null || field === 'ask' || field === 'amountFen')
        .map((one) => (
          <p key={one.id} className={styles['remark']}>
            {one.field === null ? '' : `${t(`escalations.field.${one.field}`)}: `}
            {one.body}
          </p>
        ))}
      <Part field="factsChecked" {...part}>
        <Text text={row.factsChecked} />
      </Part>
      <Part field="whyFileSilent" {...part}>
        <Text text={row.whyFileSilent} />
      </Part>
      <Part field="scenarios" {...part}>
        <RequestWays row={row} none={<Text text={null} />} />
      </Part>
      <div className={styles['two']}>
        <Part field="ourConcessions" {...part}>
          <Text text={row.ourConcessions} />
        </Part>
        <Part field="theirConcessions" {...part}>
          <Text text={row.theirConcessions} />
        </Part>
      </div>
      <Part field="enclosures" {...part}>
        {(row.enclosures ?? []).length === 0 ? <Text text={null} /> : enclosures(file, row.enclosures ?? [])}
      </Part>
    </div>
  );
};

/** Everything needed to decide one request, on one page. */
export const Dossier = ({ line, file, now, enclosures, onDecided, onNext }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const authority = useAuthority();
  const [open, setOpen] = useState<Open>(null);
  const { escalation: row, reportNumber, partyName } = line;
  const mayDecide = file.may.includes('escalation.decide');
  const decidable = mayDecide && !line.own && row.state === 'submitted';
  const close = (): void => setOpen(null);
  return (
    <Card
      title={t('escalation-queue.dossier.title')}
      note={
        <Button type="link" size="small" onClick={() => go.case(file.case.id, { partyId: row.partyId, step: 6 })}>
          {[reportNumber, partyName].filter(Boolean).join(' · ')}
        </Button>
      }
      extra={<Acts amount={row.amountFen !== null} onOpen={decidable ? setOpen : null} onNext={onNext} />}
    >
      <div className={styles['head']}>
        <p className={styles['ask']}>{row.ask}</p>
        <p className={styles['meta']}>
          <Tag color={stateColour[row.state]}>{t(`escalations.state.${row.state}`)}</Tag>
          {row.kind === null ? null : <span>{t(`escalations.kind.${row.kind}`)}</span>}
          <b className="tabular">{format.money(row.amountFen)}</b>
        </p>
        <Lead line={line} file={file} now={now} />
        {line.own && mayDecide ? <p className={styles['late']}>{t('problem.request.own')}</p> : null}
        {decidable && authority !== null ? (
          <p className={styles[(row.amountFen ?? 0) > authority.limitFen ? 'late' : 'second']}>{authority.text}</p>
        ) : null}
        {mayDecide ? null : <p className={styles['second']}>{t('escalation-queue.dossier.mayNot')}</p>}
      </div>
      <div className={styles['dossier']}>
        <Fields line={line} file={file} enclosures={enclosures} onRemark={decidable ? (remark) => setOpen({ remark }) : null} />
        <Behind file={file} partyId={row.partyId} now={now} />
      </div>
      {open !== null && 'way' in open && open.way === 'approved' ? <ApproveDialog row={row} onClose={close} onDone={onDecided} /> : null}
      {open !== null && 'way' in open && open.way !== 'approved' ? (
        <DecideDialog row={row} to={open.way} onClose={close} onDone={onDecided} />
      ) : null}
      {open !== null && 'remark' in open ? <RemarkDialog row={row} field={open.remark} onClose={close} /> : null}
    </Card>
  );
};
