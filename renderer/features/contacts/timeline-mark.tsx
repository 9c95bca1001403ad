import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { clockTimeOf } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import type { Mark } from './story-view.ts';
import styles from './timeline.module.css';

type Props = { mark: Mark; now: string; people: Record<string, string> };

/** What happened beside the talks: a step, an offer, an advance, a decision. */
export const TimelineMark = ({ mark, now, people }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { topicOf, say } = useWording();
  const { what, state, facts } = mark;
  const topic = what === 'told' ? topicOf(facts.text ?? '') : undefined;
  const text = topic === undefined ? (facts.text ?? '') : say(topic.name);
  const number = facts.number ?? 0;
  const said = {
    step: () => t(`contacts.mark.step.${state}`, { step: t(`common.step.${number}`) }),
    offer: () => t('contacts.mark.offer', { number }),
    reply: () => t('contacts.mark.reply', { number, state: t(`offers.state.${state}`) }),
    advance: () => t('contacts.mark.advance', { state: t(`advances.state.${state}`) }),
    escalation: () => t('contacts.mark.escalation', { state: t(`contacts.mark.escalationState.${state}`) }),
    told: () => t('contacts.line.told', { topic: text, understood: t(`contacts.understood.${state}`) }),
    complaint: () =>
      state === 'received'
        ? t('contacts.mark.complaint', { topic: t(`complaints.topic.${text}`) })
        : t(`contacts.mark.complaintState.${state}`),
    promised: () => t('contacts.line.promise', { what: text, state: t(`promises.state.${state}`) }),
  }[what]();
  return (
    <li className={`${styles['entry']} ${styles[mark.lane] ?? ''} ${styles['small']}`}>
      <span className={styles['mark']} aria-hidden="true" />
      <div className={styles['head']}>
        <time dateTime={mark.at} title={mark.byPersonId === null ? '' : (people[mark.byPersonId] ?? '')}>
          {format.day(chinaDateOf(mark.at), now)} {clockTimeOf(mark.at)}
        </time>
        <span className={styles['event']}>
          {said} {facts.fen === undefined || facts.fen === null ? null : <span className="tabular">{format.money(facts.fen)}</span>}
        </span>
      </div>
      {text === '' || what === 'told' || what === 'promised' || (what === 'complaint' && state === 'received') ? null : (
        <p className={styles['body']}>{text}</p>
      )}
    </li>
  );
};
