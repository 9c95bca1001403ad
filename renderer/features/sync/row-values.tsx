import { useValueWords } from './value-words.ts';
import styles from './sync.module.css';

/** An id without a name says nothing to a person. */
const isShown = ([name, value]: [string, unknown], names: Names): boolean =>
  value !== null && value !== '' && !/sha256$/i.test(name) && (!/Id$|^id$/.test(name) || String(value) in names || name === 'wordingId');

type Names = Readonly<Record<string, string>>;
type Props = { entity: string; values: Record<string, unknown>; names: Names };

/** A whole new row, field by field, without ids and empty fields. */
export const RowValues = ({ entity, values, names }: Props) => {
  const { fieldWord, valueWord } = useValueWords();
  const shown = Object.entries(values).filter((one) => isShown(one, names));
  return (
    <dl className={styles['facts']}>
      {shown.map(([name, value]) => (
        <div key={name} className={styles['pair']}>
          <dt>{fieldWord(entity, name)}</dt>
          <dd>{valueWord({ entity, field: name, names, row: values }, value)}</dd>
        </div>
      ))}
    </dl>
  );
};
