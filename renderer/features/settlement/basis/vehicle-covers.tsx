import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { itemKeys } from '../../../../shared/damages/engine/item-schemas.ts';
import type { InputField, InputList } from '../item/input-specs.ts';
import styles from '../item/item.module.css';
import { ListGrid } from '../item/list-grid.tsx';
import { ScalarField } from '../item/scalar-field.tsx';
import { commercialFields, compulsoryFields, drugsList, exclusionList, givenList, ratioFields, seatFields } from './basis-specs.ts';
import { labelOf } from './label-of.ts';
import { at, put, type Values } from './paths.ts';

type Props = {
  file: CaseFile;
  vehicles: readonly Values[];
  readOnly: boolean;
  /** What is wrong at a field of the basis. */
  errorAt: (field: string) => string | undefined;
  onChange: (vehicles: readonly Values[]) => void;
  onUndo: () => void;
  onRedo: () => void;
};

const useLists = (file: CaseFile) => {
  const { t } = useTranslation();
  return useMemo(() => {
    const victims = Object.fromEntries(file.parties.filter((one) => one.voidReason === null).map((one) => [one.id as string, one.name]));
    const items = Object.fromEntries([...itemKeys, 'other' as const].map((key) => [key, t(`damages.kind.${key}`)]));
    return {
      commercial: exclusionList('exclusions', victims, items),
      seat: exclusionList('seatExclusions', victims, items),
      drugs: drugsList(victims),
      given: givenList(victims),
    };
  }, [file.parties, t]);
};

/** What a line of the vehicles has no room for: limits, shares, reserves, deductibles, exclusions, drugs outside of the list. */
export const VehicleCovers = ({ file, vehicles, readOnly, errorAt, onChange, onUndo, onRedo }: Props) => {
  const { t } = useTranslation();
  const lists = useLists(file);
  const set = (index: number, path: string, value: unknown): void =>
    onChange(vehicles.map((one, i) => (i === index ? put(one, path, value) : one)));
  const scalar = (index: number, field: InputField) => {
    const place = `vehicles.${index}.${field.name}`;
    // A share or an amount: what is wrong is said of the part inside.
    const error = errorAt(place) ?? errorAt(`${place}.share`) ?? errorAt(`${place}.amount`);
    return (
      <ScalarField
        key={field.name}
        field={{ ...field, name: labelOf(field.name) }}
        value={at(vehicles[index] ?? {}, field.name)}
        readOnly={readOnly}
        error={error}
        onChange={(value) => set(index, field.name, value)}
      />
    );
  };
  const lines = (index: number, path: string, list: InputList) => (
    <div className={styles['part']}>
      <h3>{t(`settlement.list.${list.name}`)}</h3>
      <ListGrid
        list={list}
        entries={(at(vehicles[index] ?? {}, path) ?? []) as Values[]}
        readOnly={readOnly}
        noteAt={(line, name) => {
          const text = errorAt(`vehicles.${index}.${path}.${line}.${name}`);
          return text === undefined ? undefined : { tone: 'error', text };
        }}
        onChange={(next) => set(index, path, next.length === 0 ? undefined : next)}
        onUndo={onUndo}
        onRedo={onRedo}
      />
    </div>
  );
  return vehicles.map((vehicle, index) => {
    const name = [vehicle['id'], vehicle['label']].filter(Boolean).join(' · ') || t('settlement.line', { n: index + 1 });
    const section = (cover: string, fields: readonly InputField[], lists: ReactNode) => (
      <div className={styles['cover']}>
        <h4>{t(`settlement.basis.cover.${cover}`)}</h4>
        <div className={styles['fields']}>{fields.map((field) => scalar(index, field))}</div>
        {lists}
      </div>
    );
    // Every cover can be reached before it has a value: what is written first may be an exclusion or a limit.
    return (
      // Vehicles have no identity but their place in the list.
      <details key={index} className={styles['part']} open={vehicles.length === 1}>
        <summary>{t('settlement.basis.covers', { name })}</summary>
        <div className={styles['fields']}>{ratioFields.map((field) => scalar(index, field))}</div>
        {section('compulsory', compulsoryFields, lines(index, 'compulsory.given', lists.given))}
        {section(
          'commercial',
          commercialFields,
          <>
            {lines(index, 'commercial.exclusions', lists.commercial)}
            {lines(index, 'commercial.nonInsuredDrugs', lists.drugs)}
          </>,
        )}
        {section('seat', seatFields, lines(index, 'seat.exclusions', lists.seat))}
      </details>
    );
  });
};
