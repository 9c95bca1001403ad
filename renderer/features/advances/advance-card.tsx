import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../shared/advances/conditions.ts';
import type { Advance } from '../../../shared/advances/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { openCount, type AdvanceAct } from './advance-view.ts';
import styles from './advances.module.css';
import { ConditionList } from './condition-list.tsx';

type Props = {
  row: Advance;
  conditions: readonly Condition[];
  now: string;
  acts: readonly AdvanceAct[];
  own: boolean;
  onAct: (act: AdvanceAct) => void;
};

export const advanceColour: Record<Advance['state'], string> = {
  draft: 'default',
  asked: 'processing',
  approved: 'success',
  'not-yet': 'warning',
  paid: 'success',
};

/** What the answer to the request was, and what became of it. */
export const AdvanceAnswer = ({ row, now }: { row: Advance; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const by = { at: row.decidedAt === null ? '' : format.due(row.decidedAt, now), name: row.decidedByName ?? '' };
  return (
    <>
      {row.state === 'not-yet' ? <p>{t('advances.card.toAdd', { what: row.toAdd ?? '' })}</p> : null}
      {row.decidedFen === null ? null : (
        <p>
          {t('advances.card.approved', {
            amount: format.money(row.decidedFen),
            way: t(`advances.way.${row.decidedWay ?? 'hospital'}`),
            ...by,
          })}
        </p>
      )}
      {row.paidOn === null ? null : (
        <p>
          {t('advances.card.paid', { on: format.day(row.paidOn, now), way: t(`advances.way.${row.paidWay ?? 'hospital'}`) })}{' '}
          {t(row.inClaim === false ? 'advances.card.notDeducted' : 'advances.card.deducted')}
        </p>
      )}
    </>
  );
};

/** One request with its conditions and its answer. */
export const AdvanceCard = ({ row, conditions, now, acts, own, onAct }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const open = openCount(conditions);
  const held = conditions.some(({ status }) => status === 'held');
  const undecided = row.state === 'draft' || row.state === 'not-yet' || row.state === 'asked';
  return (
    <article className={styles['card']} aria-label={t('advances.card.name', { amount: format.money(row.amountFen) })}>
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
      {row.need === null ? null : <p>{row.need}</p>}
      {undecided ? <ConditionList conditions={conditions} /> : null}
      {undecided && open > 0 && !held ? (
        <p className={styles['second']}>
          {t('advances.card.open', { count: open, reason: row.openReason ?? t('advances.card.noReason') })}
        </p>
      ) : null}
      {held ? <p className={styles['held']}>{t('advances.card.held')}</p> : null}
      <AdvanceAnswer row={row} now={now} />
      {own && row.state === 'asked' ? <p className={styles['second']}>{t('problem.request.own')}</p> : null}
      <div className={styles['head']}>
        {acts.map((act) => (
          <Button key={act} size="small" disabled={act === 'ask' && held} onClick={() => onAct(act)}>
            {t(`advances.act.${act}`)}
          </Button>
        ))}
      </div>
    </article>
  );
};
