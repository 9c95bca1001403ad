import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { useGo } from '../../app/go.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { useSyncWording } from './sync-wording.ts';
import { useValueWords } from './value-words.ts';
import styles from './sync.module.css';

/** On the page of the case: which of the own changes did not count, field by field, and the way to settle them. */
export const CaseNotice = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const go = useGo();
  const { kindOf } = useSyncWording();
  const { fieldWord } = useValueWords();
  const { data: status } = useSyncStatus();
  const some = status !== undefined && status.mode !== 'alone' && status.unsettled > 0;
  const { data: rows = [] } = useQuery(queries.sync.conflicts.queryOptions({ input: { caseId }, enabled: some }));
  if (!some || rows.length === 0) return null;
  const named = rows.map(({ kind, fields }) => {
    const names = fields.flatMap(({ entity, field }) => (field === null ? [] : [fieldWord(entity, field)]));
    return names.length === 0 ? kindOf(kind) : t('sync.caseNotice.one', { kind: kindOf(kind), fields: names.join(t('common.list.comma')) });
  });
  return (
    <div className={`${styles['notice']} ${styles['grave']}`} role="status">
      {t('sync.caseNotice.lead', { count: rows.length, names: [...new Set(named)].join(t('common.list.comma')) })}
      <Button size="small" onClick={() => go.sync('conflicts')}>
        {t('sync.caseNotice.settle')}
      </Button>
    </div>
  );
};
