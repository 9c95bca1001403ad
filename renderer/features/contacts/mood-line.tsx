import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './timeline.module.css';

type Mood = { id: string; at: string; mood: number };
type Props = { moods: readonly Mood[]; now: string };

const size = { width: 300, height: 62, left: 46, right: 6, top: 7, bottom: 7 };
const shown = 60;

/** How the other side's attitude went: a line, and the same in words for reading aloud. */
export const MoodLine = ({ moods: all, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const moods = all.slice(-shown);
  const [first, last] = [moods[0], moods.at(-1)];
  if (first === undefined || last === undefined || moods.length < 2) return null;
  const { width, height, left, right, top, bottom } = size;
  const begin = Date.parse(first.at);
  const length = Math.max(1, Date.parse(last.at) - begin);
  const points = moods.map((one) => ({
    ...one,
    x: left + ((Date.parse(one.at) - begin) / length) * (width - left - right),
    y: top + ((5 - one.mood) / 4) * (height - top - bottom),
  }));
  const day = (at: string): string => format.day(chinaDateOf(at), now);
  const word = ({ mood }: Mood): string => t(`contacts.mood.${mood}`);
  return (
    <figure className={styles['mood']}>
      <figcaption className={styles['moodWords']}>
        {t('contacts.moodLine.title', { from: word(first), fromOn: day(first.at), to: word(last), toOn: day(last.at) })}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {[5, 3, 1].map((mood) => {
          const y = top + ((5 - mood) / 4) * (height - top - bottom);
          return (
            <g key={mood}>
              <line x1={left} x2={width - right} y1={y} y2={y} className={styles['moodGrid']} />
              <text x={left - 5} y={y + 4} textAnchor="end">
                {t(`contacts.mood.${mood}`)}
              </text>
            </g>
          );
        })}
        <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} className={styles['moodPath']} />
        {points.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r={2.5} className={styles['moodPoint']} />
        ))}
      </svg>
      <ul className={styles['unseen']}>
        {moods.map((one) => (
          <li key={one.id}>
            {day(one.at)} {word(one)}
          </li>
        ))}
      </ul>
    </figure>
  );
};
