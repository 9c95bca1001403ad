import { useTranslation } from 'react-i18next';
import type { Rung } from '../../../shared/mediations/rules.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ladderOf, ladderSize, type Side } from './ladder-view.ts';
import styles from './mediations.module.css';

type Props = { rungs: readonly Rung[]; now: string };

const Line = ({ side, className, shape }: { side: Side; className: string | undefined; shape: 'round' | 'square' }) => (
  <g className={className}>
    <path d={side.path} fill="none" />
    {side.points.map(({ id, x, y }) =>
      shape === 'round' ? <circle key={id} cx={x} cy={y} r={4} /> : <rect key={id} x={x - 4} y={y - 4} width={8} height={8} />,
    )}
  </g>
);

/** Both sides' figures over rounds and offers: a picture, and the same as a table for reading aloud. */
export const OfferLadder = ({ rungs, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const ladder = ladderOf(rungs);
  if (ladder === null) return null;
  const { width, height, left, right } = ladderSize;
  const nameOf = (rung: Rung): string => t(`mediations.ladder.${rung.kind}`, { number: rung.number });
  return (
    <figure className={styles['ladder']}>
      <figcaption className={styles['head']}>
        <strong>{t('mediations.ladder.title')}</strong>
        <span className={styles['ours']}>● {t('mediations.ladder.ours')}</span>
        <span className={styles['theirs']}>■ {t('mediations.ladder.theirs')}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles['picture']}>
        {ladder.ticks.map(({ y, fen }) => (
          <g key={fen}>
            <line x1={left} x2={width - right} y1={y} y2={y} className={styles['grid']} />
            <text x={left - 6} y={y + 4} textAnchor="end">
              {format.number(fen / 100)}
            </text>
          </g>
        ))}
        {ladder.columns.map(({ x, rung }) => (
          <text key={rung.id} x={x} y={height - 18} textAnchor="middle">
            {nameOf(rung)}
            <tspan x={x} dy={14}>
              {format.day(chinaDateOf(rung.at), now)}
            </tspan>
          </text>
        ))}
        <Line side={ladder.theirs} className={styles['theirLine']} shape="square" />
        <Line side={ladder.ours} className={styles['ourLine']} shape="round" />
      </svg>
      <table className={styles['table']}>
        <caption className={styles['unseen']}>{t('mediations.ladder.title')}</caption>
        <thead>
          <tr>
            {(['step', 'date', 'ours', 'theirs', 'apart'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`mediations.ladder.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rungs.map((rung) => (
            <tr key={rung.id}>
              <th scope="row">{nameOf(rung)}</th>
              <td>{format.day(chinaDateOf(rung.at), now)}</td>
              <td>{format.amount(rung.oursFen)}</td>
              <td>{format.amount(rung.theirsFen)}</td>
              <td>{rung.oursFen === null || rung.theirsFen === null ? '—' : format.amount(rung.theirsFen - rung.oursFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
