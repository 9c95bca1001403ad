import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { ClockView } from '../../../shared/clocks/view.ts';
import { ClockBasis } from '../../app/clock-basis.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './case-file.module.css';
import { lastContactAt } from './waiting.ts';

/** Colour of a due time: promise, overdue, due within a day, later. The words beside it say the same. */
export const dueTone = (clock: ClockView, now: string): string => {
  const dayMs = 86_400_000;
  if (clock.dueAt < now) return styles['late'] ?? '';
  if (clock.basis === 'promise') return styles['promise'] ?? '';
  return (Date.parse(clock.dueAt) - Date.parse(now) < dayMs ? styles['soon'] : styles['plain']) ?? '';
};

/** The one sentence that leads the page. */
export const WaitingSentence = ({ file, partyId, now }: { file: CaseFile; partyId: string | null; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (file.case.state === 'closed') {
    return <p className={styles['sentence']}>{t('case-file.sentence.closed', { reason: file.case.closingReason ?? '' })}</p>;
  }
  const waiting = file.waiting.find((one) => one.partyId === partyId);
  if (waiting === undefined) {
    const last = lastContactAt(file);
    return (
      <p className={styles['sentence']}>
        {last === null ? t('case-file.sentence.noContact') : t('case-file.sentence.noClock', { at: format.instant(last) })}
      </p>
    );
  }
  const { clock, name } = waiting;
  const overdue = clock.dueAt < now;
  const role = t(`case-file.waitingFor.${clock.waitingFor}`);
  const whom = name === null ? role : t('case-file.sentence.named', { role, name });
  return (
    <p className={styles['sentence']}>
      <strong>{t(clock.waitingFor === 'us' ? 'case-file.sentence.us' : 'case-file.sentence.whom', { whom })}</strong>
      {t('case-file.sentence.since', { span: format.span(Math.max(0, format.minutes(clock.startedAt, now))) })}
      <ClockBasis clock={clock}>
        <span className={dueTone(clock, now)}>
          {t(overdue ? 'case-file.sentence.overdue' : 'case-file.sentence.due', {
            due: format.due(clock.dueAt, now),
            span: format.span(format.minutes(clock.dueAt, now)),
            clock: t(`case-file.clock.${clock.kind}`),
            basis: t(`case-file.basis.${clock.basis}`),
          })}
        </span>
      </ClockBasis>
      {clock.what === null ? null : t('case-file.sentence.what', { what: clock.what })}
    </p>
  );
};
