import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { defaultSettings } from '../../../shared/settings/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useNow } from '../../app/use-now.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { ClockBoard } from './clock-board.tsx';
import { FirstDay } from './first-day.tsx';
import { OpenDrafts, SilentCases, ToldBefore, WaitingRequests } from './side-cards.tsx';
import type { TodayAnswer } from './today-answer.ts';
import styles from './today.module.css';
import { WarningCard } from './warning-card.tsx';

/** The sentence that leads the page: how much, how late, what first. */
const Lead = ({ today, now }: { today: TodayAnswer; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = today.clocks;
  const late = today.clocks.filter((clock) => clock.dueAt < now).length;
  if (first === undefined) return <h1 className={styles['lead']}>{t('clocks.lead.nothing', { count: today.openCases })}</h1>;
  const facts = {
    count: today.counts.all,
    late,
    due: format.due(first.dueAt, now),
    what: t(`clocks.kind.${first.kind}`),
    who: first.partyName ?? first.insuredName ?? first.reportNumber,
  };
  return (
    <h1 className={styles['lead']}>
      <Trans i18nKey={late === 0 ? 'clocks.lead.inTime' : 'clocks.lead.late'} values={facts} components={{ b: <b /> }} />
    </h1>
  );
};

/** 今日工作台: what the day asks for. J and K walk, Enter starts, O opens the case. */
export const TodayPage = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const tick = useNow();
  const { data: today, error, refetch } = useQuery(queries.clocks.today.queryOptions({ refetchInterval: 60_000 }));
  const { data: settings = defaultSettings } = useQuery(queries.settings.read.queryOptions());
  if (today === undefined) {
    return error === null ? <LoadingState rows={8} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  }
  const now = tick > today.now ? tick : today.now;
  const firstDay = today.openCases === 0 && today.clocks.length === 0;
  return (
    <div className={styles['page']}>
      {firstDay ? <h1 className={styles['lead']}>{t('clocks.firstDay.title')}</h1> : <Lead today={today} now={now} />}
      {firstDay ? <FirstDay /> : <ClockBoard today={today} now={now} />}
      <div className={styles['side']}>
        <OpenDrafts today={today} />
        <SilentCases today={today} silentDays={settings.silentDays} />
        <WaitingRequests today={today} />
        <WarningCard />
        <ToldBefore today={today} />
      </div>
    </div>
  );
};
