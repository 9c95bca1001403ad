import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Escalation, EscalationRemark } from '../../../shared/escalations/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './queue.module.css';

export type QueueLine = {
  escalation: Escalation;
  reportNumber: string;
  partyName: string | null;
  askedByName: string | null;
  remarks: EscalationRemark[];
};
export type Show = 'waiting' | 'returned' | 'all';

type Props = { lines: readonly QueueLine[]; chosen: string | null; now: string; onChoose: (id: string) => void };

/** Which requests are listed. */
export const ShowSwitch = ({ show, onShow }: { show: Show; onShow: (show: Show) => void }) => {
  const { t } = useTranslation();
  const options = (['waiting', 'returned', 'all'] as const).map((value) => ({ value, label: t(`escalation-queue.show.${value}`) }));
  return <Segmented<Show> size="small" aria-label={t('escalation-queue.show.label')} value={show} options={options} onChange={onShow} />;
};

/** Requests, the one that waits longest on top, with age and amount. */
export const QueueList = ({ lines, chosen, now, onChoose }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles['list']}>
      {lines.map(({ escalation: row, reportNumber, partyName, askedByName, remarks }) => {
        const since = format.span(format.minutes(row.submittedAt ?? row.at, now));
        const age = row.state === 'submitted' ? t('escalation-queue.list.waits', { span: since }) : t(`escalations.state.${row.state}`);
        return (
          <li key={row.id}>
            <button
              type="button"
              className={`${styles['line']} ${row.id === chosen ? styles['chosen'] : ''}`}
              aria-current={row.id === chosen}
              data-current-line={row.id === chosen}
              onClick={() => onChoose(row.id)}
            >
              <span className={styles['lineHead']}>
                <span>{row.kind === null ? '—' : t(`escalations.kind.${row.kind}`)}</span>
                <b className="tabular">{row.amountFen === null ? t('escalation-queue.list.noAmount') : format.money(row.amountFen)}</b>
              </span>
              <span className={styles['lineAsk']}>{row.ask}</span>
              <span className={styles['second']}>
                {[
                  age,
                  partyName,
                  reportNumber,
                  askedByName,
                  remarks.length > 0 ? t('escalation-queue.list.remarks', { count: remarks.length }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
