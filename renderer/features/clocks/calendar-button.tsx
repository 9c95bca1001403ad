import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useNow } from '../../app/use-now.ts';
import { saveFile } from '../../ui/files/save-file.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';

/** Hands out one's clocks as a calendar file, and says what that means for privacy. */
export const CalendarButton = () => {
  const { t } = useTranslation();
  const { api } = useCore();
  const toast = useToast();
  const now = useNow();
  const save = async (): Promise<void> => {
    try {
      const [mine, { calendarFileOf }] = await Promise.all([api.clocks.mine(), import('./calendar-file.ts')]);
      if (mine.length === 0) return toast.failed(t('clocks.calendar.none'));
      const words = {
        title: t('clocks.calendar.file'),
        eventOf: ({ kind, reportNumber }: (typeof mine)[number]) =>
          t('clocks.calendar.event', { clock: t(`clocks.rule.${kind}`), number: reportNumber }),
      };
      const text = calendarFileOf(mine, words, now);
      saveFile(new File([text], `${t('clocks.calendar.file')}-${now.slice(0, 10)}.ics`, { type: 'text/calendar' }));
      toast.done(t('clocks.calendar.done', { count: mine.length }));
    } catch (error) {
      toast.failed(failureOf(t, error).text);
    }
  };
  return (
    <Tooltip title={t('clocks.calendar.note')}>
      <Button onClick={() => void save()}>{t('clocks.calendar.save')}</Button>
    </Tooltip>
  );
};
