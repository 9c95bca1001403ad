import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UndoLine } from '../../../shared/undo/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useNow } from '../../app/use-now.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './undo.module.css';
import { useKindName } from './use-kind-name.ts';

type LineProps = { line: UndoLine; now: string; onUndo: () => void };

const Line = ({ line, now, onUndo }: LineProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useKindName()(line.kind);
  const at = format.due(line.at, now);
  return (
    <li className={styles['line']}>
      <span className={styles['what']}>
        {name} <time className={styles['second']}>{at}</time>
        {line.problem === null || line.undone ? null : <div className={styles['second']}>{problemText(t, line.problem)}</div>}
      </span>
      {line.undone ? <Tag>{t('undo.undone')}</Tag> : null}
      {line.problem === null ? (
        <Button size="small" aria-label={t('undo.undoOne', { name, at })} onClick={onUndo}>
          {t('undo.button')}
        </Button>
      ) : null}
    </li>
  );
};

/** My last changes of this case with what can be taken back now, and why not the others. */
export const UndoDialog = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const now = useNow();
  const { data, error, refetch } = useQuery(queries.undo.list.queryOptions({ input: { caseId } }));
  const run = async (changeId: string): Promise<void> => {
    const problem = await attempt((api) => api.undo.run({ caseId, changeId, reason: t('undo.reason') }));
    if (problem !== null) toast.failed(problemText(t, problem));
    await refetch();
  };
  return (
    <Dialog title={t('undo.title')} width={520} onClose={onClose}>
      <p className={styles['second']}>{t('undo.note')}</p>
      {error !== null && data === undefined ? <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} /> : null}
      {error === null && data === undefined ? <LoadingState rows={4} /> : null}
      {data?.length === 0 ? <p>{t('undo.none')}</p> : null}
      <ol className={styles['lines']}>
        {(data ?? []).map((line) => (
          <Line key={line.changeId} line={line} now={now} onUndo={() => void run(line.changeId)} />
        ))}
      </ol>
    </Dialog>
  );
};
