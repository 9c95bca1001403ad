import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromiseRow } from '../../../shared/promises/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './promises.module.css';
import { SettlePromise } from './settle-promise.tsx';

type Props = { caseId: string; promises: readonly PromiseRow[]; now: string; readOnly: boolean };

const dueClass = (promise: PromiseRow, now: string): string => {
  if (promise.state !== 'open') return styles['second'] ?? '';
  return (promise.dueAt < now ? styles['late'] : styles['due']) ?? '';
};

/** How a settled promise ended: why, and how the person was told that it was moved. */
const PromiseEnd = ({ promise }: { promise: PromiseRow }) => {
  const { t } = useTranslation();
  const { settledReason: reason, noticeText: how, noticeLogId, state } = promise;
  if (state === 'open') return null;
  const told = how === null ? (noticeLogId === null ? null : t('promises.list.toldInLog')) : t('promises.list.told', { how });
  return <>{[reason === null ? null : t('promises.list.reason', { reason }), told].filter((part) => part !== null).join(' · ')} </>;
};

/** Promises of both sides, the next one first; open ones can be settled here. */
export const PromiseList = ({ caseId, promises, now, readOnly }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [settling, setSettling] = useState<PromiseRow | null>(null);
  if (promises.length === 0) return <p className={styles['second']}>{t('promises.list.none')}</p>;
  return (
    <>
      <ul className={styles['lines']}>
        {promises.map((promise) => (
          <li key={promise.id}>
            <span className={dueClass(promise, now)}>{format.due(promise.dueAt, now)}</span> {promise.what}
            <div className={styles['second']}>
              {t(`promises.side.${promise.side}`, { name: promise.byName ?? '' })}{' '}
              {promise.state === 'open' ? null : (
                <Tag color={promise.state === 'kept' ? 'success' : promise.state === 'broken' ? 'error' : 'default'}>
                  {t(`promises.state.${promise.state}`)}
                </Tag>
              )}
              <PromiseEnd promise={promise} />
              {readOnly || promise.state !== 'open' ? null : (
                <Button type="link" size="small" onClick={() => setSettling(promise)}>
                  {t('promises.list.settle')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {settling === null ? null : <SettlePromise caseId={caseId} promise={settling} onClose={() => setSettling(null)} />}
    </>
  );
};
