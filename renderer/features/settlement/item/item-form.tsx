import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StandardsPack } from '../../../../shared/damages/engine/standards-pack.ts';
import type { DamageKind } from '../../../../shared/damages/model.ts';
import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { CellNote } from '../../../ui/grid/model.ts';
import { useEngineWords } from '../engine-words.ts';
import type { Inputs } from '../review/review-cells.ts';
import { specOf, type InputField } from './input-specs.ts';
import { entriesOf, withEntries, withInput } from './input-values.ts';
import styles from './item.module.css';
import { ListGrid } from './list-grid.tsx';
import { MarkTag } from './mark-tag.tsx';
import { ScalarField } from './scalar-field.tsx';
import { itemSuggestions, type Suggestion } from './suggestions.ts';

type Props = {
  itemId: string;
  kind: DamageKind;
  inputs: Inputs | null;
  live: LiveSettlement | null;
  pack: StandardsPack | null;
  region: string | null;
  /** The reference period of this kind in words. */
  daysHint: string | undefined;
  readOnly: boolean;
  onChange: (inputs: Inputs | null) => void;
  onUndo: () => void;
  onRedo: () => void;
};

const isShown = (field: InputField, inputs: Inputs | null): boolean =>
  field.when === undefined || inputs?.[field.when.name] === field.when.is || inputs?.[field.name] !== undefined;

const Suggested = ({ one, onTake }: { one: Suggestion; onTake: (() => void) | null }) => {
  const { t } = useTranslation();
  return (
    <div className={styles['suggestion']}>
      <span>
        {t('settlement.suggestion', { field: t(`settlement.field.${one.name}`), value: one.value })} · {one.region} · {one.source}
      </span>
      <MarkTag mark={one.mark} />
      {onTake === null ? null : (
        <Button size="small" onClick={onTake}>
          {t('settlement.take')}
        </Button>
      )}
    </div>
  );
};

/** The inputs of the rule of one item: its lines as a small spreadsheet, the others as fields. Every change is a step of undo of the page. */
export const ItemForm = ({ itemId, kind, inputs, live, pack, region, daysHint, readOnly, onChange, onUndo, onRedo }: Props) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  const spec = specOf(kind);
  const entries = entriesOf(spec, inputs);
  const { list } = spec;
  const errorAt = (field: string): string | undefined => {
    const found = live?.errors.find(({ place }) => place.entity === 'damageItem' && place.id === itemId && place.field === field);
    return found === undefined ? undefined : words.error(found);
  };
  const noteAt = (index: number, name: string): CellNote | undefined => {
    const text = errorAt(`inputs.${list?.name ?? ''}.${index}.${name}`) ?? (index === 0 ? errorAt(`inputs.${name}`) : undefined);
    return text === undefined ? undefined : { tone: 'error', text };
  };
  const take = (one: Suggestion): void => {
    if (one.name !== 'dailyRate' || list === null) return onChange(withInput(inputs, one.name, one.value));
    const lines = entries.length === 0 ? [{}] : entries;
    return onChange(
      withEntries(
        spec,
        inputs,
        lines.map((line) => ('dailyRate' in line ? line : { ...line, dailyRate: String(one.value) })),
      ),
    );
  };
  const scalar = (field: InputField) => (
    <ScalarField
      key={`${itemId}-${field.name}`}
      field={field}
      value={inputs?.[field.name]}
      readOnly={readOnly}
      error={errorAt(`inputs.${field.name}`)}
      onChange={(value) => onChange(withInput(inputs, field.name, value))}
    />
  );
  const shown = spec.fields.filter((field) => isShown(field, inputs));
  return (
    <>
      {shown.length === 0 ? null : <div className={styles['fields']}>{shown.map(scalar)}</div>}
      {list === null ? null : (
        <ListGrid
          list={list}
          entries={entries}
          readOnly={readOnly}
          noteAt={noteAt}
          onChange={(next) => onChange(withEntries(spec, inputs, next))}
          onUndo={onUndo}
          onRedo={onRedo}
        />
      )}
      {daysHint === undefined ? null : <p className={styles['second']}>{daysHint}</p>}
      {itemSuggestions({ kind, region, pack, inputs }).map((one) => (
        <Suggested key={`${one.name}-${one.value}`} one={one} onTake={readOnly ? null : () => take(one)} />
      ))}
      <details className={styles['second']} open={inputs?.['group'] !== undefined}>
        <summary>{t('settlement.item.moved')}</summary>
        <div className={styles['fields']}>{spec.moved.map(scalar)}</div>
      </details>
    </>
  );
};
