import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../app/go.ts';
import { useRegisterCase } from '../../app/register-case.ts';
import { useDemo } from '../../app/use-demo.ts';
import { Card } from '../../ui/card/card.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';

/** The empty first day: what this page will show, and three ways to put the first case in. */
export const FirstDay = () => {
  const { t } = useTranslation();
  const go = useGo();
  const register = useRegisterCase();
  const demo = useDemo(() => undefined);
  const actions = (
    <>
      <Button type="primary" onClick={register}>
        {t('nav.newCase')} <kbd>Ctrl Shift N</kbd>
      </Button>
      <Button onClick={() => go.import()}>{t('clocks.firstDay.import')}</Button>
      <Button onClick={demo.load} disabled={demo.percent !== null}>
        {t('clocks.firstDay.demo')}
      </Button>
    </>
  );
  return (
    <Card title={t('clocks.board.title')}>
      <EmptyState title={t('clocks.firstDay.text')} actions={actions} />
      {demo.percent === null ? null : <Progress percent={demo.percent} aria-label={t('clocks.firstDay.demo')} />}
    </Card>
  );
};
