import { useTranslation } from 'react-i18next';
import type { Clash } from '../../../shared/sync/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RowValues } from './row-values.tsx';
import { useValueWords } from './value-words.ts';
import styles from './sync.module.css';

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

type Names = Readonly<Record<string, string>>;

const Said = ({ clash }: { clash: Clash }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (clash.byName === null && clash.at === null) return null;
  return (
    <div className={styles['second']}>
      {[clash.byName ?? t('sync.conflict.somebody'), clash.at === null ? null : format.instant(clash.at)].filter(Boolean).join(' · ')}
    </div>
  );
};

const Line = ({ clash, names }: { clash: Clash; names: Names }) => {
  const { t } = useTranslation();
  const { entityWord, fieldWord, valueWord } = useValueWords();
  const { entity, field, before, mine, theirs } = clash;
  if (field === null && isRow(mine)) {
    return (
      <tr>
        <th scope="row">{entityWord(entity)}</th>
        <td colSpan={3}>
          <span className={styles['second']}>{t('sync.conflict.newRow')}</span>
          <RowValues entity={entity} values={mine} names={names} />
        </td>
      </tr>
    );
  }
  const same = JSON.stringify(mine) === JSON.stringify(theirs);
  return (
    <tr>
      <th scope="row">
        {field === null ? t('sync.conflict.state') : fieldWord(entity, field)}
        <div className={styles['second']}>{entityWord(entity)}</div>
      </th>
      <td>{valueWord({ entity, field, names }, before)}</td>
      <td className={same ? '' : styles['mine']}>{valueWord({ entity, field, names }, mine)}</td>
      <td>
        {valueWord({ entity, field, names }, theirs)}
        <Said clash={clash} />
      </td>
    </tr>
  );
};

/** 原来 / 我的 / 现在: what was seen, what I wrote, what stands there now, which only in a clash is somebody else's. */
export const ClashTable = ({ fields, names, isClash }: { fields: readonly Clash[]; names: Names; isClash: boolean }) => {
  const { t } = useTranslation();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {(['what', 'before', 'mine', isClash ? 'theirs' : 'now'] as const).map((one) => (
            <th key={one} scope="col">
              {t(`sync.conflict.column.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((clash) => (
          <Line key={`${clash.entity} ${clash.id} ${clash.field}`} clash={clash} names={names} />
        ))}
      </tbody>
    </table>
  );
};
