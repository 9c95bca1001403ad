import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { proofsFor } from '../../../shared/facts/drift.ts';
import type { Fact } from '../../../shared/facts/model.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { CloseDriftDialog, OwnDriftDialog } from './drift-dialogs.tsx';
import type { DriftMoney } from '../../../shared/settlement/drift-contract.ts';
import { DriftMoneyLines } from './drift-money.tsx';
import type { DriftLine } from './fact-view.ts';
import { factWords } from '../../i18n/fact-words.ts';
import styles from './facts.module.css';

type Props = {
  file: CaseFile;
  lines: readonly DriftLine[];
  now: string;
  readOnly: boolean;
  /** What each difference is worth, by the later fact; empty while it is being computed. */
  money: ReadonlyMap<string, readonly DriftMoney[]>;
};

/** One of the two values with who said it and when. */
const Said = ({ label, fact, line, now }: { label: string; fact: Fact; line: DriftLine; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { say } = useWording();
  const who = [t(`facts.source.${fact.source}`), fact.sourceName, format.day(chinaDateOf(fact.saidAt), now)].filter(Boolean).join(' ');
  return (
    <div className={styles['said']}>
      <span className={styles['second']}>{label}</span>
      <span className={styles['value']}>{fact.value === null ? '' : factWords({ t, format, say }, line.topic, fact.value)}</span>
      <span className={styles['second']}>{who}</span>
    </div>
  );
};

/** Which items of damage it moves, and by how much where both are amounts. */
const Effect = ({ line }: { line: DriftLine }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const items = line.topic.touches.map((kind) => t(`damages.kind.${kind}`)).join(t('facts.drift.and'));
  if (items === '') return <div className={styles['second']}>{t('facts.drift.noItem')}</div>;
  const month = line.differenceFen === null ? '' : ` ${t('facts.drift.aMonth', { amount: format.money(Math.abs(line.differenceFen)) })}`;
  return (
    <div className={line.effect === 'raises' ? styles['raises'] : styles['second']}>
      {t(`facts.drift.${line.effect}`, { items })}
      {month}
    </div>
  );
};

/** 变动: what was said first and later, side by side, until a paper settles it. */
export const DriftList = ({ file, lines, now, readOnly, money }: Props) => {
  const { t } = useTranslation();
  const { papers, say } = useWording();
  const attempt = useAttempt();
  const toast = useToast();
  const [closing, setClosing] = useState<DriftLine | null>(null);
  const [owning, setOwning] = useState<DriftLine | null>(null);
  const caseId = file.case.id;
  const reopen = async (driftId: string): Promise<void> => {
    const problem = await attempt((api) => api.facts.reopenDrift({ caseId, driftId }));
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  return (
    <>
      <ul className={styles['drifts']}>
        {lines.map((line) => (
          <li key={line.later.id} className={styles['driftCard']}>
            <div>
              <strong>{say(line.topic.name)}</strong>{' '}
              <Tag color={line.row?.state === 'closed' ? 'success' : 'warning'}>{t(`facts.drift.state.${line.row?.state ?? 'open'}`)}</Tag>
            </div>
            <div className={styles['beside']}>
              <Said label={t('facts.drift.first')} fact={line.first} line={line} now={now} />
              <Said label={t('facts.drift.later')} fact={line.later} line={line} now={now} />
            </div>
            <Effect line={line} />
            <DriftMoneyLines items={money.get(line.later.id) ?? []} />
            <div className={styles['second']}>
              {line.row?.state === 'closed'
                ? t('facts.drift.settledBy', { paper: line.row.paper ?? '', finding: line.row.finding ?? '' })
                : [
                    t('facts.drift.proof', {
                      papers:
                        proofsFor(papers, line)
                          .map(({ name }) => say(name))
                          .join(t('facts.drift.and')) || t('facts.drift.anyPaper'),
                    }),
                    line.row?.ownerName == null ? t('facts.drift.noOwner') : t('facts.drift.owner', { name: line.row.ownerName }),
                  ].join(' · ')}
            </div>
            {readOnly ? null : line.row?.state === 'closed' ? (
              <Button type="link" size="small" onClick={() => void reopen(line.row?.id ?? '')}>
                {t('facts.drift.reopen')}
              </Button>
            ) : (
              <>
                <Button type="link" size="small" onClick={() => setClosing(line)}>
                  {t('facts.drift.close')}
                </Button>
                <Button type="link" size="small" onClick={() => setOwning(line)}>
                  {t('facts.drift.own')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {closing === null ? null : <CloseDriftDialog caseId={caseId} line={closing} onClose={() => setClosing(null)} />}
      {owning === null ? null : (
        <OwnDriftDialog caseId={caseId} line={owning} ownerName={file.case.ownerName} onClose={() => setOwning(null)} />
      )}
    </>
  );
};
