import type { InjuryKind, InjuryMark } from '../../../shared/doctors/model.ts';

/** One shape per kind of injury, drawn around 0/0 with a radius of about seven. */
const paths: Record<InjuryKind, string> = {
  fracture: 'M0 -7 L7 6 L-7 6 Z',
  dislocation: 'M0 -7 L7 -2 L4 6 L-4 6 L-7 -2 Z',
  bruise: 'M0 -6.5 A6.5 6.5 0 1 1 0 6.5 A6.5 6.5 0 1 1 0 -6.5 Z',
  wound: 'M0 -7.5 L7.5 0 L0 7.5 L-7.5 0 Z',
  sprain: 'M0 -6.5 A6.5 6.5 0 1 1 0 6.5 A6.5 6.5 0 1 1 0 -6.5 Z M0 -3 A3 3 0 1 0 0 3 A3 3 0 1 0 0 -3 Z',
  burn: 'M-6 -6 H6 V6 H-6 Z',
  internal: 'M-2.5 -7 H2.5 V-2.5 H7 V2.5 H2.5 V7 H-2.5 V2.5 H-7 V-2.5 H-2.5 Z',
  other: 'M-5 -7 L0 -2 L5 -7 L7 -5 L2 0 L7 5 L5 7 L0 2 L-5 7 L-7 5 L-2 0 L-7 -5 Z',
};

const byDoctor = (source: InjuryMark['source']): boolean => source === 'doctor' || source === 'paper';

type Props = { kind: InjuryKind; source: InjuryMark['source']; x?: number; y?: number; scale?: number };

/** Shape says what it is; filled is the doctor's word, outlined anybody else's. */
export const MarkSymbol = ({ kind, source, x = 0, y = 0, scale = 1 }: Props) => (
  <path
    transform={`translate(${x} ${y}) scale(${scale})`}
    d={paths[kind]}
    fillRule="evenodd"
    fill={byDoctor(source) ? 'var(--lb-working)' : 'var(--lb-card)'}
    stroke={byDoctor(source) ? 'var(--lb-card)' : 'var(--lb-soon)'}
    strokeWidth={byDoctor(source) ? 1 : 2}
    pointerEvents="none"
  />
);

/** The symbol alone, for lists. */
export const MarkIcon = ({ kind, source }: Pick<Props, 'kind' | 'source'>) => (
  <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" style={{ flex: 'none' }}>
    <MarkSymbol kind={kind} source={source} />
  </svg>
);
