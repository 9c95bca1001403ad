import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../../shared/clocks/view.ts';
import { ClockBasis } from '../../app/clock-basis.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './case-file.module.css';
import { dueTone } from './waiting-sentence.tsx';

/** Every running clock of this person and the case, the next one first. */
export const ClockList = ({ clocks, now }: { clocks: readonly ClockView[]; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (clocks.length === 0) return <p className={styles['second']}>{t('case-file.clocks.none')}</p>;
  return (
    <ul className={styles['lines']}>
      {clocks.map((clock) => (
        <li key={`${clock.kind}-${clock.refId ?? clock.partyId ?? ''}-${clock.dueAt}`}>
          <span className={dueTone(clock, now)}>{format.due(clock.dueAt, now)}</span> {t(`case-file.clock.${clock.kind}`)}
          {clock.what === null ? '' : `: ${clock.what}`}
          <span className={styles['second']}>
            {' '}
            · <ClockBasis clock={clock}>{t(`case-file.basis.${clock.basis}`)}</ClockBasis>
            {clock.dueAt < now ? ` · ${t('case-file.clocks.late', { span: format.span(format.minutes(clock.dueAt, now)) })}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
};
