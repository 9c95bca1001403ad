import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './queue.module.css';
import type { Order, Request } from './requests.ts';

export type Show = 'waiting' | 'returned' | 'all';

type Props = { lines: readonly Request[]; chosen: string | null; now: string; onChoose: (id: string) => void };

/** Which requests are listed. */
export const ShowSwitch = ({ show, onShow }: { show: Show; onShow: (show: Show) => void }) => {
  const { t } = useTranslation();
  const options = (['waiting', 'returned', 'all'] as const).map((value) => ({ value, label: t(`escalation-queue.show.${value}`) }));
  return <Segmented<Show> size="small" aria-label={t('escalation-queue.show.label')} value={show} options={options} onChange={onShow} />;
};

/** What the queue begins with: the longest wait or the largest amount. */
export const OrderSwitch = ({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) => {
  const { t } = useTranslation();
  const options = (['age', 'amount'] as const).map((value) => ({ value, label: t(`escalation-queue.order.${value}`) }));
  return (
    <Segmented<Order> size="small" aria-label={t('escalation-queue.order.label')} value={order} options={options} onChange={onOrder} />
  );
};

/** Requests with age and amount: escalations and advances alike. */
export const QueueList = ({ lines, chosen, now, onChoose }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = (line: Request): string => {
    if (line.what === 'advance') return t('escalation-queue.list.advance');
    return line.kind === null ? '—' : t(`escalations.kind.${line.kind}`);
  };
  const ageOf = (line: Request): string => {
    if (line.waits) return t('escalation-queue.list.waits', { span: format.span(format.minutes(line.since, now)) });
    return t(line.what === 'advance' ? `advances.state.${line.state}` : `escalations.state.${line.state}`);
  };
  const secondOf = (line: Request): string =>
    [
      ageOf(line),
      line.partyName,
      line.reportNumber,
      line.askedByName,
      line.own ? t('escalation-queue.list.own') : null,
      line.remarks > 0 ? t('escalation-queue.list.remarks', { count: line.remarks }) : null,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <ul className={styles['list']}>
      {lines.map((line) => (
        <li key={line.id}>
          <button
            type="button"
            className={`${styles['line']} ${line.id === chosen ? styles['chosen'] : ''}`}
            aria-current={line.id === chosen}
            data-current-line={line.id === chosen}
            onClick={() => onChoose(line.id)}
          >
            <span className={styles['lineHead']}>
              <span>{nameOf(line)}</span>
              <b className="tabular">{line.amountFen === null ? t('escalation-queue.list.noAmount') : format.money(line.amountFen)}</b>
            </span>
            <span className={styles['lineAsk']}>{line.ask}</span>
            <span className={styles['second']}>{secondOf(line)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
