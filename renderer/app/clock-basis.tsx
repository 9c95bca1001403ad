import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../shared/clocks/view.ts';
import { useFormat } from '../i18n/use-format.ts';
import styles from './due.module.css';

type Clock = Pick<ClockView, 'kind' | 'basis' | 'startedAt' | 'dueAt' | 'ruleVersion' | 'calendarKnown'>;

/** Why a clock runs: the article or rule, the version of the limits, from when until when. Opens on pointer and on focus. */
export const ClockBasis = ({ clock, children }: { clock: Clock; children: ReactNode }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, basis, startedAt, dueAt, ruleVersion, calendarKnown } = clock;
  const version =
    ruleVersion === null ? null : t(`clocks.detail.${basis === 'statutory' ? 'statutoryVersion' : 'version'}`, { version: ruleVersion });
  const lines = [
    t(`clocks.source.${kind}`),
    version,
    t('clocks.detail.span', { from: format.instantInWords(startedAt), due: format.instantInWords(dueAt) }),
    calendarKnown ? null : t('clocks.detail.unknownYear', { year: dueAt.slice(0, 4) }),
  ].filter((line) => line !== null);
  return (
    <Tooltip
      title={lines.map((line) => (
        <p key={line} className={styles['basisLine']}>
          {line}
        </p>
      ))}
    >
      <span className={styles['basis']} tabIndex={0}>
        {children}
        {calendarKnown ? null : <span className={styles['unknown']}>{t('clocks.detail.unknownShort')}</span>}
      </span>
    </Tooltip>
  );
};
