import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { MediationRound } from '../../../shared/mediations/model.ts';
import type { SyncWord } from '../../../shared/sync/sync-word.ts';
import { SyncWordMark } from '../../app/sync/sync-word.tsx';
import { clockTimeOf } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import type { Contact } from './story-view.ts';
import type { TimelineEntry } from './timeline-view.ts';
import { ToldTag } from './told-tag.tsx';
import styles from './timeline.module.css';

type Props = {
  line: Contact;
  now: string;
  people: Record<string, string>;
  onCorrect: ((logId: string) => void) | null;
  /** Null when it is simply delivered, or the file is alone. */
  word: SyncWord | null;
};

/** What a promise looks like in its state; the word says it, the colour repeats it. */
export const promiseColour = { open: 'processing', kept: 'success', broken: 'error', moved: 'default' } as const;

const Said = ({ entry, now }: { entry: TimelineEntry; now: string }) => {
  const { t } = useTranslation();
  const { topicOf, say } = useWording();
  const nameOf = (id: string): string => {
    const topic = topicOf(id);
    return topic === undefined ? id : say(topic.name);
  };
  return (
    <div className={styles['said']}>
      {entry.disclosures.map((one) => (
        <ToldTag key={one.id} told={one} righted={entry.rightedBy.get(one.id)} topic={nameOf(one.topic)} now={now} />
      ))}
      {entry.promises.map((one) => (
        <Tag key={one.id} color={promiseColour[one.state]}>
          {t('contacts.line.promise', { what: one.what, state: t(`promises.state.${one.state}`) })}
        </Tag>
      ))}
      {entry.questions.map((one) => (
        <Tag key={one.id} color={one.answer === null ? 'warning' : 'default'}>
          {t(one.answer === null ? 'contacts.line.asked' : 'contacts.line.answered', { body: one.body, answer: one.answer ?? '' })}
        </Tag>
      ))}
      {entry.facts.length > 0 ? <Tag>{t('contacts.line.facts', { count: entry.facts.length })}</Tag> : null}
      {entry.attachments > 0 ? <Tag>{t('contacts.line.attachments', { count: entry.attachments })}</Tag> : null}
    </div>
  );
};

/** What each side put forward in a round of mediation, and how it was answered. */
const RoundSaid = ({ round }: { round: MediationRound }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={styles['body']}>
      {t('mediations.panel.figures', { ours: format.money(round.ourProposalFen), theirs: format.money(round.theirProposalFen) })} ·{' '}
      {t(`mediations.reply.${round.reply}`)}
    </p>
  );
};

/** One contact. A corrected one stays readable, struck through, and points at its correction. */
export const TimelineLine = ({ line, now, people, onCorrect, word }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { entry, round } = line;
  const { log, correctedBy, corrects } = entry;
  const gone = correctedBy !== null || log.voidReason !== null;
  const day = (at: string): string => `${format.day(chinaDateOf(at), now)} ${clockTimeOf(at)}`;
  return (
    <li className={`${styles['entry']} ${styles[line.lane] ?? ''}`} id={`log-${log.id}`}>
      <span className={styles['mark']} aria-hidden="true" />
      <div className={styles['head']}>
        <time
          dateTime={log.contactAt}
          title={[format.instantInWords(log.contactAt), log.byPersonId === null ? '' : people[log.byPersonId]].filter(Boolean).join(' · ')}
        >
          {day(log.contactAt)}
        </time>
        <span>
          {round === null
            ? `${t(`contacts.counterpart.${log.counterpart}`)} · ${t(`contacts.channel.${log.channel}`)}`
            : t('contacts.line.round', { number: round.round })}
        </span>
        {log.counterpartName === null ? null : <span>{log.counterpartName}</span>}
        {log.outcome === 'unanswered' ? <Tag color="warning">{t('contacts.outcome.unanswered')}</Tag> : null}
        {log.mood === null ? null : <span title={t('contacts.editor.mood')}>{t(`contacts.mood.${log.mood}`)}</span>}
        {word === null ? null : <SyncWordMark word={word} />}
        {onCorrect === null || gone ? null : (
          <Button className={styles['tools'] ?? ''} type="link" size="small" onClick={() => onCorrect(log.id)}>
            {t('contacts.line.correct')}
          </Button>
        )}
      </div>
      {log.body === null || log.body === '' ? null : <p className={`${styles['body']} ${gone ? styles['struck'] : ''}`}>{log.body}</p>}
      {correctedBy === null ? null : (
        <a className={styles['note']} href={`#log-${correctedBy.id}`}>
          {t('contacts.line.correctedBy', { at: day(correctedBy.contactAt), reason: correctedBy.correctionReason ?? '' })}
        </a>
      )}
      {log.voidReason === null ? null : <p className={styles['note']}>{t('contacts.line.voided', { reason: log.voidReason })}</p>}
      {corrects === null ? null : <p className={styles['note']}>{t('contacts.line.corrects', { at: day(corrects.contactAt) })}</p>}
      {round === null || gone ? null : <RoundSaid round={round} />}
      {gone ? null : <Said entry={entry} now={now} />}
    </li>
  );
};
