import { useValueWords } from './value-words.ts';
import styles from './sync.module.css';

const hidden = /Id$|^id$|Sha256$/;

/** A whole new row, field by field, without ids and empty fields. */
export const RowValues = ({ entity, values }: { entity: string; values: Record<string, unknown> }) => {
  const { fieldWord, valueWord } = useValueWords();
  const shown = Object.entries(values).filter(([name, value]) => value !== null && value !== '' && !hidden.test(name));
  return (
    <dl className={styles['facts']}>
      {shown.map(([name, value]) => (
        <div key={name} className={styles['pair']}>
          <dt>{fieldWord(entity, name)}</dt>
          <dd>{valueWord(entity, name, value)}</dd>
        </div>
      ))}
    </dl>
  );
};
