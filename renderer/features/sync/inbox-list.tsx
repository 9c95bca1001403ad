import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { InboxLine } from '../../../shared/sync/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { RowValues } from './row-values.tsx';
import { SentFile } from './sent-file.tsx';
import { isPicture } from './sync-view.ts';
import { useSyncWording } from './sync-wording.ts';
import { useValueWords } from './value-words.ts';
import styles from './sync.module.css';

type Part = InboxLine['fields'][number];

const Sent = ({ part, line: { names, caseId } }: { part: Part; line: InboxLine }) => {
  const { t } = useTranslation();
  const { entityWord, fieldWord, valueWord } = useValueWords();
  const { entity, field, now, sent } = part;
  if (field === null && typeof sent === 'object' && sent !== null && !Array.isArray(sent))
    return (
      <div>
        {entityWord(entity)}
        <RowValues entity={entity} values={sent} names={names} />
        {isPicture(entity, sent) ? <SentFile caseId={caseId} values={sent} /> : null}
      </div>
    );
  const name = field === null ? t('sync.conflict.state') : fieldWord(entity, field);
  return (
    <div>
      {t('sync.inbox.change', { name, now: valueWord({ entity, field, names }, now), sent: valueWord({ entity, field, names }, sent) })}
    </div>
  );
};

const Line = ({ line, onTake, onDrop }: { line: InboxLine; onTake: () => void; onDrop: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { kindOf, codeOf } = useSyncWording();
  return (
    <li className={styles['line']}>
      <b>{kindOf(line.kind)}</b>
      <span className={styles['number']}>{line.reportNumber ?? '—'}</span>
      <span>{line.personName ?? t('sync.conflict.somebody')}</span>
      <span className={`${styles['row']} ${styles['push']}`}>
        <Button size="small" type="primary" onClick={onTake}>
          {t('sync.inbox.take')}
        </Button>
        <Button size="small" onClick={onDrop}>
          {t('sync.inbox.drop')}
        </Button>
        {line.reportNumber === null ? null : (
          <Button size="small" type="link" onClick={() => go.case(line.caseId)}>
            {t('sync.change.open')}
          </Button>
        )}
      </span>
      <div className={`${styles['whole']} ${styles['second']}`}>
        {codeOf(line.code)} · {t('sync.inbox.times', { made: format.instant(line.at), came: format.instant(line.receivedAt) })}
      </div>
      <div className={styles['whole']}>
        {line.fields.map((part, i) => (
          // The order of a change's parts never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <Sent key={`${line.id} ${i}`} part={part} line={line} />
        ))}
      </div>
    </li>
  );
};

/** 待我决定: what the former owner's device handed in after the hand-over; the handler takes it or drops it with a reason. */
export const InboxList = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const attempt = useAttempt();
  const toast = useToast();
  const [dropping, setDropping] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(queries.sync.inbox.queryOptions({ retry: false }));
  const decide = async (id: string, outcome: 'taken' | 'dropped', reason: string | null): Promise<Problem | null> => {
    const problem = await attempt((api) => api.sync.decide({ id, outcome, reason }));
    if (problem === null) toast.done(t(`sync.inbox.${outcome}`));
    await client.invalidateQueries({ queryKey: queries.sync.inbox.key() });
    return problem;
  };
  const take = async (id: string): Promise<void> => {
    const problem = await decide(id, 'taken', null);
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  if (data === undefined)
    return error === null ? <LoadingState rows={6} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState title={t('sync.inbox.none')} text={t('sync.inbox.noneText')} />;
  return (
    <>
      <ul className={styles['list']}>
        {data.map((line) => (
          <Line key={line.id} line={line} onTake={() => void take(line.id)} onDrop={() => setDropping(line.id)} />
        ))}
      </ul>
      {dropping === null ? null : (
        <ReasonDialog
          title={t('sync.inbox.dropTitle')}
          note={t('sync.inbox.dropNote')}
          confirm={t('sync.inbox.drop')}
          onConfirm={(reason) => decide(dropping, 'dropped', reason)}
          onClose={() => setDropping(null)}
        />
      )}
    </>
  );
};
