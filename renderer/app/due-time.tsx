import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../shared/clocks/view.ts';
import { useFormat } from '../i18n/use-format.ts';
import { dueTone } from './due.ts';
import styles from './due.module.css';

type Clock = Pick<ClockView, 'dueAt' | 'basis'>;
type Props = { clock: Clock; now: string };

/** When something is due: `15:30`, `明天 09:00`. */
export const DueTime = ({ clock, now }: Props) => {
  const format = useFormat();
  return (
    <time dateTime={clock.dueAt} title={format.instantInWords(clock.dueAt)} className={styles[dueTone(clock, now)]}>
      {format.due(clock.dueAt, now)}
    </time>
  );
};

/** The same in words: by how much it is late or what is left, and under which kind of rule. */
export const DueWords = ({ clock, now, name }: Props & { name: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const minutes = format.minutes(now, clock.dueAt);
  const basis = t(`clocks.basis.${clock.basis}`);
  const key = minutes < 0 ? 'clocks.due.late' : 'clocks.due.left';
  return <span className={styles[dueTone(clock, now)]}>{t(key, { span: format.span(minutes), name, basis })}</span>;
};
