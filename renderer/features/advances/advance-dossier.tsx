import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdvanceLine } from '../../../shared/advances/contract.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { DueWords } from '../../app/due-time.tsx';
import { useGo } from '../../app/go.ts';
import { useAuthority } from '../../app/use-authority.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { advanceColour, AdvanceAnswer } from './advance-card.tsx';
import { DecideAdvanceDialog, type AdvanceWay } from './advance-dialogs.tsx';
import { advancesOf, conditionsFor } from './advance-view.ts';
import styles from './advances.module.css';
import { ConditionList } from './condition-list.tsx';
import { AdvancePapers } from './paper-list.tsx';

type Props = { line: AdvanceLine; file: CaseFile; now: string; onDecided: () => void; onNext: () => void };

const keys: { key: string; way: AdvanceWay }[] = [
  { key: 'a', way: 'approved' },
  { key: 'l', way: 'less' },
  { key: 'r', way: 'not-yet' },
];

const Act = ({ combo, label, main, run }: { combo: string; label: string; main: boolean; run: () => void }) => {
  useShortcut({ combo, label, run });
  return (
    <Button type={main ? 'primary' : 'default'} onClick={run}>
      {label} <kbd>{combo.toUpperCase()}</kbd>
    </Button>
  );
};

/** Decisions as buttons and keys, the same keys as for every other request of the queue. */
const Acts = ({ onWay, onNext }: { onWay: ((way: AdvanceWay) => void) | null; onNext: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={styles['head']}>
      {onWay === null
        ? null
        : keys.map(({ key, way }) => (
            <Act key={key} combo={key} label={t(`advances.queue.${way}`)} main={way === 'approved'} run={() => onWay(way)} />
          ))}
      <Act combo="n" label={t('advances.queue.next')} main={false} run={onNext} />
    </div>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className={styles['part']}>{title}</h3>
    {children}
  </section>
);

/** What was asked for the same person before, so that nobody pays twice. */
const Earlier = ({ line, file }: Pick<Props, 'line' | 'file'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  const others = advancesOf(file, line.advance.partyId ?? '').filter(({ id, state }) => id !== line.advance.id && state !== 'draft');
  if (others.length === 0) return <p className={styles['second']}>{t('advances.queue.noEarlier')}</p>;
  return (
    <ul className={styles['lines']}>
      {others.map((one) => (
        <li key={one.id}>
          <span className="tabular">{format.money(one.decidedFen ?? one.amountFen)}</span>
          <Tag color={advanceColour[one.state]}>{t(`advances.state.${one.state}`)}</Tag>
        </li>
      ))}
    </ul>
  );
};

/** Everything needed to decide one advance, on one page. */
export const AdvanceDossier = ({ line, file, now, onDecided, onNext }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const authority = useAuthority();
  const [way, setWay] = useState<AdvanceWay | null>(null);
  const { advance: row, reportNumber, partyName, askedByName, own } = line;
  const mayDecide = file.may.includes('escalation.decide');
  const decidable = mayDecide && !own && row.state === 'asked';
  const clock = file.clocks.find((one) => one.kind === 'advance-decision' && one.refId === row.id);
  const span = format.span(format.minutes(row.askedAt ?? row.at, now));
  return (
    <Card
      title={t('advances.queue.title')}
      note={
        <Button type="link" size="small" onClick={() => go.case(file.case.id, { partyId: row.partyId })}>
          {[reportNumber, partyName].filter(Boolean).join(' · ')}
        </Button>
      }
      extra={<Acts onWay={decidable ? setWay : null} onNext={onNext} />}
    >
      <div className={styles['head']}>
        <strong className="tabular">{format.money(row.amountFen)}</strong>
        <Tag color={advanceColour[row.state]}>{t(`advances.state.${row.state}`)}</Tag>
        <span>{row.basis === null ? '' : t(`advances.basis.${row.basis}`)}</span>
        <span className={styles['second']}>
          {[t(`advances.group.${row.itemGroup ?? 'medical'}`), row.payTo === null ? '' : t(`advances.way.${row.payTo}`), row.payee]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {row.state === 'asked' ? (
        <p>
          {t('advances.queue.waits', { by: askedByName ?? '—', span })}{' '}
          {clock === undefined ? null : <DueWords clock={clock} now={now} name={t('clocks.rule.advance-decision')} />}
        </p>
      ) : null}
      {decidable && authority !== null ? (
        <p className={styles[(row.amountFen ?? 0) > authority.limitFen ? 'held' : 'second']}>{authority.text}</p>
      ) : null}
      {own && mayDecide ? <p className={styles['held']}>{t('problem.request.own')}</p> : null}
      {mayDecide || row.state !== 'asked' ? null : <p className={styles['second']}>{t('advances.queue.mayNot')}</p>}
      <AdvanceAnswer row={row} now={now} />
      <Part title={t('advances.field.need')}>
        <p>{row.need ?? t('advances.queue.nothing')}</p>
      </Part>
      <Part title={t('advances.condition.title')}>
        <ConditionList conditions={conditionsFor(file, row)} />
        {row.openReason === null ? null : (
          <p className={styles['second']}>
            {t('advances.field.openReason')}: {row.openReason}
          </p>
        )}
      </Part>
      <Part title={t('advances.paper.title')}>
        <AdvancePapers file={file} partyId={row.partyId ?? ''} />
      </Part>
      <Part title={t('advances.queue.earlier')}>
        <Earlier line={line} file={file} />
      </Part>
      {way === null ? null : <DecideAdvanceDialog row={row} way={way} onClose={() => setWay(null)} onDone={onDecided} />}
    </Card>
  );
};
