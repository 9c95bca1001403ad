import { useTranslation } from 'react-i18next';
import type { TreatmentKind } from '../../../shared/doctors/model.ts';
import styles from './treatment.module.css';
import type { Chart, Placed } from './treatment-view.ts';

const rowHeight = 22;
const top = 20;
const foot = 18;
const points: Record<TreatmentKind, string> = {
  stay: '',
  operation: 'M0 -7 L7 6 L-7 6 Z',
  clinic: 'M0 -6 A6 6 0 1 1 0 6 A6 6 0 1 1 0 -6 Z',
  rehab: 'M-6 -6 H6 V6 H-6 Z',
  bill: 'M0 -7 L7 0 L0 7 L-7 0 Z',
};

/** A stay is a bar; everything else a point whose shape says what it is, with a line when it lasted longer. */
const Mark = ({ placed, y, wrong }: { placed: Placed; y: number; wrong: boolean }) => {
  const { t } = useTranslation();
  const { kind, start, end, fromOn, untilOn, running } = placed;
  const said = `${t(`doctors.treatment.kind.${kind}`)} ${fromOn}${untilOn === fromOn ? '' : ` → ${running ? t('doctors.treatment.today') : untilOn}`}`;
  const look = wrong ? styles['wrong'] : styles[kind];
  if (kind === 'stay') {
    return (
      <rect
        x={`${start}%`}
        y={y - 7}
        width={`${Math.max(end - start, 0.8)}%`}
        height={14}
        rx={3}
        className={look}
        strokeDasharray={running ? '4 2' : undefined}
      >
        <title>{said}</title>
      </rect>
    );
  }
  return (
    <g>
      {untilOn === fromOn ? null : <line x1={`${start}%`} x2={`${end}%`} y1={y} y2={y} className={styles['line']} />}
      <svg x={`${start}%`} y={y} overflow="visible">
        <path d={points[kind]} className={look} transform="translate(5 0)">
          <title>{said}</title>
        </path>
      </svg>
    </g>
  );
};

/** Stays, operations, visits and bills over time; quiet days are hatched, contradictions outlined in red. */
export const TreatmentChart = ({ chart, label }: { chart: Chart; label: string }) => {
  const { t } = useTranslation();
  const wrong = new Set(chart.findings.filter(({ rule }) => rule !== 'T1').flatMap(({ ids }) => ids));
  const offsets = chart.lanes.map((_, i) => chart.lanes.slice(0, i).reduce((sum, { rows }) => sum + rows, 0));
  const bottom = top + chart.lanes.reduce((sum, { rows }) => sum + rows, 0) * rowHeight;
  const height = bottom + (chart.gaps.length === 0 ? 0 : foot);
  return (
    <div className={styles['chart']}>
      <ul className={styles['lanes']} style={{ paddingTop: top }} aria-hidden="true">
        {chart.lanes.map(({ kind, rows }) => (
          <li key={kind} style={{ height: rows * rowHeight }}>
            {t(`doctors.treatment.kind.${kind}`)}
          </li>
        ))}
      </ul>
      <svg role="img" aria-label={label} width="100%" height={height} className={styles['plot']}>
        <text x="0" y="12" className={styles['date']}>
          {chart.fromOn}
        </text>
        <text x="100%" y="12" textAnchor="end" className={styles['date']}>
          {chart.untilOn}
        </text>
        {chart.gaps.map((gap) => (
          <g key={gap.start}>
            <rect x={`${gap.start}%`} y={top - 4} width={`${gap.end - gap.start}%`} height={bottom - top + 4} className={styles['gap']} />
            <text x={`${(gap.start + gap.end) / 2}%`} y={height - 4} textAnchor="middle" className={styles['gapText']}>
              {t('doctors.treatment.gapDays', { days: gap.days })}
            </text>
          </g>
        ))}
        {chart.accident === null ? null : (
          <line x1={`${chart.accident}%`} x2={`${chart.accident}%`} y1={top - 4} y2={bottom} className={styles['accident']} />
        )}
        {chart.lanes.flatMap((lane, i) =>
          lane.placed.map((placed) => (
            <Mark
              key={placed.id}
              placed={placed}
              y={top + ((offsets[i] ?? 0) + placed.row + 0.5) * rowHeight}
              wrong={wrong.has(placed.id)}
            />
          )),
        )}
      </svg>
    </div>
  );
};
