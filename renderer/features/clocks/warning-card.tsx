import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDismissible, type CaseWarning } from '../../../shared/clocks/warnings.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { Card } from '../../ui/card/card.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './today.module.css';

const shownLines = 6;

/** Where a warning is put right: standards in the settings, figures in the review, a claim that lapses in the case. */
const useWay = () => {
  const go = useGo();
  return (warning: CaseWarning): void => {
    if (warning.code === 'pack-out-of-date') go.settings();
    else if (warning.code === 'limitation-tort' || warning.code === 'limitation-insurance')
      go.case(warning.caseId, { partyId: warning.partyId, step: 5 });
    else go.review(warning.caseId, warning.partyId);
  };
};

const Line = ({ warning, onDismiss }: { warning: CaseWarning; onDismiss: (() => void) | null }) => {
  const { t } = useTranslation();
  const openAt = useWay();
  const who = 'caseId' in warning ? (warning.who ?? warning.reportNumber) : t('clocks.warnings.standards');
  const code = warning.code === 'statistics-year' && warning.expectedOn === null ? 'statistics-year-now' : warning.code;
  const text = t(`clocks.warnings.text.${code}`, { ...warning });
  return (
    <li className={styles['line']}>
      <div>
        <Button type="link" size="small" onClick={() => openAt(warning)}>
          {who}
        </Button>
        <span className={styles[isDismissible(warning) ? 'second' : 'urgent']}>{text}</span>
      </div>
      {onDismiss === null ? null : (
        <Button size="small" aria-label={t('clocks.warnings.dismissOf', { who, text })} onClick={onDismiss}>
          {t('clocks.warnings.dismiss')}
        </Button>
      )}
    </li>
  );
};

/** 提醒: what time changes in one's cases, each with the place to put it right; what is known can be put away. */
export const WarningCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery(queries.clocks.warnings.queryOptions());
  if (error !== null && data === undefined) return <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  if (data === undefined || data.count + data.dismissed === 0) return null;
  const dismiss = async ({ key }: CaseWarning): Promise<void> => {
    const problem = await attempt((api) => api.clocks.dismissWarning({ key }));
    if (problem !== null) return toast.failed(problemText(t, problem));
    toast.done(t('clocks.warnings.dismissed'));
  };
  const lines = all ? data.warnings : data.warnings.slice(0, shownLines);
  return (
    <Card title={t('clocks.warnings.title')} note={t('clocks.warnings.count', { count: data.count })}>
      {data.count === 0 ? <p className={styles['second']}>{t('clocks.warnings.none')}</p> : null}
      <ul className={styles['lines']}>
        {lines.map((one) => (
          <Line key={one.key} warning={one} onDismiss={isDismissible(one) ? () => void dismiss(one) : null} />
        ))}
      </ul>
      {data.warnings.length > shownLines ? (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'clocks.warnings.fewer' : 'clocks.warnings.more', { count: data.count - shownLines })}
        </Button>
      ) : null}
      {data.dismissed > 0 ? (
        <Button type="link" size="small" onClick={() => void attempt((api) => api.clocks.restoreWarnings({ key: null }))}>
          {t('clocks.warnings.restore', { count: data.dismissed })}
        </Button>
      ) : null}
    </Card>
  );
};
