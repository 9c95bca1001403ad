import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Clash } from '../../../shared/sync/contract.ts';
import { RecordDialog, type RecordField, type RecordKind } from '../../ui/form/record-dialog.tsx';
import { answersOf, columnOf } from './row-fields.ts';
import { useValueWords } from './value-words.ts';

type Values = Record<string, unknown>;
type Named = Clash & { field: string };

const kindOf = ({ entity, field, mine, theirs }: Named): RecordKind => {
  if (answersOf(entity, field).length > 0) return 'select';
  if (typeof mine === 'boolean' || typeof theirs === 'boolean') return 'yesNo';
  if (field.endsWith('Fen')) return 'amount';
  if (field.endsWith('At')) return 'instant';
  if (field.endsWith('On')) return 'date';
  if (columnOf(entity, field) === 'integer') return 'integer';
  return isLine(mine) && isLine(theirs) ? 'text' : 'long';
};

/** A plate or a name stands on one line; a note needs room. */
const isLine = (value: unknown): boolean => typeof value !== 'string' || (value.length <= 60 && !value.includes('\n'));

/** What is short so far may become as long as any text. */
const longest = 2_000;

type Props = { clashes: readonly Clash[]; onSave: (values: Values) => Promise<Problem | null>; onClose: () => void };

/** A value that is neither mine nor theirs, field by field, beginning with mine. */
export const ThirdValue = ({ clashes, onSave, onClose }: Props) => {
  const { t } = useTranslation();
  const { fieldWord, valueWord } = useValueWords();
  const named = clashes.filter((clash): clash is Named => clash.field !== null);
  const fields = named.map((clash): RecordField<Values> => {
    const { entity, field } = clash;
    const answers = answersOf(entity, field);
    const kind = kindOf(clash);
    return {
      name: field,
      kind,
      ...(kind === 'text' ? { max: longest } : {}),
      label: fieldWord(entity, field),
      hint: t('sync.conflict.theirsHint', { value: valueWord({ entity, field }, clash.theirs) }),
      ...(answers.length === 0 ? {} : { options: answers.map((value) => ({ value, label: valueWord({ entity, field }, value) })) }),
    };
  });
  return (
    <RecordDialog<Values>
      title={t('sync.conflict.third')}
      note={t('sync.conflict.bothStay')}
      initial={Object.fromEntries(named.map(({ field, mine }) => [field, mine]))}
      fields={fields}
      saveLabel={t('sync.conflict.saveThird')}
      onSave={onSave}
      onClose={onClose}
    />
  );
};
