import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { damageKinds } from '../../../../shared/damages/model.ts';
import type { GridClash } from '../../../../shared/damages/contract.ts';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import type { Aim } from '../../../ui/grid/use-aim.ts';
import type { CellNote, SheetEdit, SheetRow } from '../../../ui/grid/model.ts';
import type { Typing } from '../../../ui/grid/use-cell-editing.ts';
import { useEngineWords } from '../engine-words.ts';
import { cellOfClash, cellOfField } from './review-changes.ts';
import { useReviewColumns, useToldOptions, type ReviewView } from './review-columns.tsx';
import { reviewLines, type LineWords } from './review-lines.ts';
import type { ReviewState } from './review-store.ts';
import styles from './review.module.css';
import { ColumnSum } from './totals-bar.tsx';
import type { TypingStore } from './typing-store.ts';

type Props = {
  file: CaseFile;
  partyId: string;
  now: string;
  view: ReviewView;
  state: ReviewState;
  typing: TypingStore;
  live: LiveSettlement | null;
  problem: Problem | null;
  readOnly: boolean;
  aim: Aim | null;
  onEdit: (edits: readonly SheetEdit[]) => void;
  onTyping: (typing: Typing | null) => void;
  onOpen: (itemId: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  onDecideClash: (clash: GridClash, mine: boolean) => void;
  onRemove: (ids: readonly string[]) => void;
  newRows: (count: number) => readonly SheetRow[];
  onInsert: () => void;
};

const useLineWords = (): LineWords => {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEngineWords();
  return useMemo(() => {
    // Looked up once: every line asks for its kind whenever a figure moves.
    const kinds = new Map(damageKinds.map((kind): [string, string] => [kind, t(`damages.kind.${kind}`)]));
    return {
      kind: (kind) => kinds.get(kind) ?? '',
      error: words.error,
      remark: words.remark,
      unbalanced: (fen) => t('settlement.grid.unbalanced', { amount: format.amount(fen) }),
      overClaim: t('problem.damage.allowed-over-claim'),
      reasonNeeded: t('settlement.grid.reasonNeeded'),
      tieNeeded: t('settlement.grid.tieNeeded'),
    };
  }, [t, format, words]);
};

/** Notes of the page: what somebody else wrote, and what the core did not take. */
const useOwnNotes = ({ state, problem, onDecideClash }: Pick<Props, 'state' | 'problem' | 'onDecideClash'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const shown = ({ theirs, field }: GridClash): string =>
      typeof theirs === 'number' && field.endsWith('Fen') ? format.amount(theirs) : typeof theirs === 'object' ? '…' : String(theirs);
    const noteOf = (clash: GridClash): CellNote => ({
      tone: 'error',
      text: t('common.clash.changed', { name: clash.byName ?? t('common.clash.somebody'), theirs: shown(clash) }),
      actions: (
        <span className={styles['clash']}>
          <Button size="small" onClick={() => onDecideClash(clash, true)}>
            {t('common.clash.mine')}
          </Button>
          <Button size="small" onClick={() => onDecideClash(clash, false)}>
            {t('common.clash.theirs')}
          </Button>
        </span>
      ),
    });
    return (rowId: string, column: string): CellNote | undefined => {
      const clash = state.clashes.find((one) => {
        const at = cellOfClash(one);
        return at.rowId === rowId && at.column === column;
      });
      if (clash !== undefined) return noteOf(clash);
      const at = problem?.field == null ? null : cellOfField(problem.field);
      const here = at !== null && at.rowId === rowId && (at.column === column || (at.column === 'inputs' && column === 'computedFen'));
      return here && problem !== null ? { tone: 'error', text: problemText(t, problem) } : undefined;
    };
  }, [state.clashes, problem, onDecideClash, t, format]);
};

/** The damage items of one person as a spreadsheet. */
export const ReviewGrid = (props: Props) => {
  const { file, partyId, now, view, state, typing, live, readOnly } = props;
  const { t } = useTranslation();
  const words = useLineWords();
  const own = useOwnNotes(props);
  const told = useToldOptions(file, partyId, now);
  const columns = useReviewColumns(view, told);
  const stored = useMemo(() => new Set(state.base.rows.map(({ id }) => id)), [state.base]);
  const decided = useMemo(
    () => new Set<string>(file.items.filter((item) => item.decision === 'decided').map(({ id }) => id)),
    [file.items],
  );
  // Lines are made of the committed rows: what is being typed stands in the field itself.
  const lines = useMemo(
    () => reviewLines({ rows: state.rows, live, decided, stored, words, own }),
    [state.rows, live, decided, stored, words, own],
  );
  const summed = { rows: state.rows, typing, live };
  const itemOf = (id: string): string => String(state.rows.find((row) => row.id === id)?.cells['itemId'] ?? id);
  return (
    <Grid
      label={t('settlement.grid.label')}
      rows={lines}
      columns={columns}
      readOnly={readOnly}
      rowHeight={38}
      aim={props.aim}
      maxHeight="max(280px, calc(100vh - 400px))"
      foot={{
        kind: t('settlement.grid.sum', { count: lines.filter((line) => line.part !== true).length }),
        claimedFen: <ColumnSum {...summed} name="claimedFen" />,
        computedFen: <ColumnSum {...summed} name="computedFen" />,
        allowedFen: <ColumnSum {...summed} name="allowedFen" />,
        'd.amountFen': <ColumnSum {...summed} name="deductedFen" />,
      }}
      onEdit={props.onEdit}
      onUndo={props.onUndo}
      onRedo={props.onRedo}
      onTyping={props.onTyping}
      onOpen={(id, column) => {
        if (column === 'kind' && !stored.has(itemOf(id)) && !readOnly) return false;
        props.onOpen(itemOf(id));
        return true;
      }}
      addRows={props.newRows}
      onInsertRow={props.onInsert}
      onRemoveRows={props.onRemove}
    />
  );
};
