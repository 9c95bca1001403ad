import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import styles from './queue.module.css';
import { deductionLines, newestLogs, toldBefore } from './queue-view.ts';

type Props = { file: CaseFile; partyId: string | null; now: string };

/** The kind in the language on the screen, and the label where it says more. */
const itemName = (kind: string, label: string | null): string =>
  label === null || label === '' || label === kind ? kind : `${kind} · ${label}`;

/** What is cut, and on which day it was announced. */
const Deductions = ({ file, partyId, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = deductionLines(file, partyId);
  if (lines.length === 0) return <p className={styles['second']}>{t('escalation-queue.behind.noDeductions')}</p>;
  return (
    <ul className={styles['facts']}>
      {lines.map(({ deduction, item, told }) => (
        <li key={deduction.id}>
          <span className={styles['lineHead']}>
            <span>{itemName(t(`damages.kind.${item.kind}`), item.label)}</span>
            <b className="tabular">−{format.amount(deduction.amountFen)}</b>
          </span>
          <span>{deduction.reason} </span>
          {told === null ? (
            <span className={styles['late']}>
              {t(deduction.notToldBefore === true ? 'escalation-queue.behind.notTold' : 'escalation-queue.behind.untied')}
            </span>
          ) : (
            <span className={styles['fine']}>
              {t('escalation-queue.behind.toldOn', {
                at: format.day(chinaDateOf(told.toldAt), now),
                channel: t(`contacts.channel.${told.channel}`),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};

const Told = ({ file, partyId, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { topicOf, say } = useWording();
  const rows = toldBefore(file, partyId);
  if (rows.length === 0) return <p className={styles['late']}>{t('escalation-queue.behind.nothingTold')}</p>;
  return (
    <ul className={styles['facts']}>
      {rows.map((row) => {
        const topic = topicOf(row.topic);
        return (
          <li key={row.id} className={styles['lineHead']}>
            <span>{topic === undefined ? row.topic : say(topic.name)}</span>
            <span className={row.understood === 'yes' ? styles['fine'] : styles['soon']}>
              {format.day(chinaDateOf(row.toldAt), now)} · {t(`contacts.understood.${row.understood}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

const Logs = ({ file, partyId, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const logs = newestLogs(file, partyId);
  if (logs.length === 0) return <p className={styles['second']}>{t('escalation-queue.behind.noLogs')}</p>;
  return (
    <ul className={styles['facts']}>
      {logs.map((log) => (
        <li key={log.id}>
          <span className={styles['second']}>
            {format.due(log.contactAt, now)} · {t(`contacts.counterpart.${log.counterpart}`)} · {t(`contacts.channel.${log.channel}`)}
            {log.outcome === 'unanswered' ? ` · ${t('contacts.outcome.unanswered')}` : ''}
          </span>
          <span className={styles['clamp']}>{log.body ?? ''}</span>
        </li>
      ))}
    </ul>
  );
};

/** What stands behind the request: deductions with the day they were announced, what was told before, the newest contacts. */
export const Behind = (props: Props) => {
  const { t } = useTranslation();
  const parts = [
    { key: 'deductions', body: <Deductions {...props} /> },
    { key: 'told', body: <Told {...props} /> },
    { key: 'logs', body: <Logs {...props} /> },
  ];
  return (
    <div className={styles['behind']}>
      {parts.map(({ key, body }) => (
        <section key={key}>
          <h3 className={styles['part']}>{t(`escalation-queue.behind.${key}`)}</h3>
          {body}
        </section>
      ))}
    </div>
  );
};
