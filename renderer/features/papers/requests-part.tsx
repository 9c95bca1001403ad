import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { noticeOf, type NoticeView } from '../../../shared/papers/notice.ts';
import { paperEffort } from '../../../shared/papers/rules.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePaperWords } from './paper-words.ts';
import styles from './papers.module.css';

type Props = { file: CaseFile; partyId: string | null; now: string };

const Request = ({ notice, now }: { notice: NoticeView; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = usePaperWords();
  const late = notice.lines.filter((line) => line.late);
  const who = `${t(`contacts.counterpart.${notice.toWhom}`)} ${notice.toName ?? ''}`.trim();
  return (
    <li>
      <span className="tabular">{format.day(chinaDateOf(notice.askedAt), now)}</span>{' '}
      {t('papers.requests.line', {
        round: notice.round,
        who,
        channel: t(`contacts.channel.${notice.channel}`),
        count: notice.lines.length,
      })}
      {notice.expectedOn === null ? null : (
        <span className={styles['second']}> {t('papers.requests.expected', { on: format.day(notice.expectedOn, now) })}</span>
      )}
      <div className={styles['second']}>{notice.lines.map(nameOf).join(t('papers.panel.comma'))}</div>
      {late.length === 0 ? null : (
        <div className={styles['late']}>
          {t('papers.requests.late', { names: late.map(nameOf).join(t('papers.panel.comma')), reason: notice.reason ?? '' })}
        </div>
      )}
    </li>
  );
};

/** Every notice that went out, and what the asking has cost the customer so far. */
export const RequestsPart = ({ file, partyId, now }: Props) => {
  const { t } = useTranslation();
  const mine = file.paperRequests.filter(
    (one) => one.voidReason === null && (partyId === null || one.partyId === null || one.partyId === partyId),
  );
  if (mine.length === 0) return null;
  const effort = paperEffort(file.papers, file.paperRequests);
  return (
    <div className={styles['part']}>
      <div className={styles['head']}>
        <strong>{t('papers.requests.title')}</strong>
        <span className={styles['second']}>{t('papers.requests.effort', effort)}</span>
      </div>
      <ul className={styles['plain']}>
        {mine.map(({ id }) => {
          const notice = noticeOf(file, id);
          return notice === null ? null : <Request key={id} notice={notice} now={now} />;
        })}
      </ul>
    </div>
  );
};
