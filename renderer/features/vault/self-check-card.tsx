import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { Card } from '../../ui/card/card.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './vault.module.css';

/** Compares the tables with the journal they are drawn from, and can draw them anew. */
export const SelfCheckCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const toast = useToast();
  const onError = (error: unknown): void => toast.failed(failureOf(t, error).text);
  const check = useMutation({ ...queries.vault.selfCheck.mutationOptions(), onError });
  const repair = useMutation({
    ...queries.vault.repair.mutationOptions(),
    onError,
    onSuccess: ({ changes, rows }) => {
      toast.done(t('vault.check.repaired', { changes, rows }));
      check.reset();
      void client.invalidateQueries();
    },
  });
  const result = check.data;
  return (
    <Card title={t('vault.check.title')} note={t('vault.check.note')}>
      <div className={styles['row']}>
        <Button loading={check.isPending} onClick={() => check.mutate(undefined)}>
          {t('vault.check.run')}
        </Button>
        <Popconfirm
          title={t('vault.check.repairSure')}
          okText={t('vault.check.repair')}
          cancelText={t('common.action.cancel')}
          onConfirm={() => repair.mutate(undefined)}
        >
          <Button loading={repair.isPending}>{t('vault.check.repair')}</Button>
        </Popconfirm>
      </div>
      {result === undefined ? null : (
        <Alert
          showIcon
          role="status"
          type={result.ok ? 'success' : 'warning'}
          title={
            result.ok
              ? t('vault.check.ok', { changes: result.changes, rows: result.rows })
              : t('vault.check.different', { count: result.differences.length })
          }
          description={result.ok ? undefined : result.differences.slice(0, 5).join('; ')}
        />
      )}
    </Card>
  );
};
