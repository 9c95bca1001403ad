import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { damageKinds, type DamageItem, type damageItem } from '../../../shared/damages/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useEdited } from '../../ui/form/edited.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';

type Values = Pick<
  FieldsOf<typeof damageItem>,
  'kind' | 'label' | 'fromOn' | 'untilOn' | 'days' | 'basis' | 'evidence' | 'claimedFen' | 'allowedFen' | 'remark'
>;
type Props = {
  caseId: string;
  partyId: string;
  item: DamageItem | null;
  daysHint: (kind: string) => string | undefined;
  mayReview: boolean;
  onClose: () => void;
};

const valuesOf = (item: DamageItem | null): Values => ({
  kind: item?.kind ?? 'medical',
  label: item?.label ?? null,
  fromOn: item?.fromOn ?? null,
  untilOn: item?.untilOn ?? null,
  days: item?.days ?? null,
  basis: item?.basis ?? null,
  evidence: item?.evidence ?? null,
  claimedFen: item?.claimedFen ?? null,
  allowedFen: item?.allowedFen ?? null,
  remark: item?.remark ?? null,
});

/** Enters a damage item; the allowed amount belongs to the review and is shown only to who may review. */
export const ItemDialog = ({ caseId, partyId, item, daysHint, mayReview, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const label = (name: keyof Values): { name: keyof Values; label: string } => ({ name, label: t(`damages.field.${name}`) });
  const hintOf = (kind: string): { hint?: string } => {
    const hint = daysHint(kind);
    return hint === undefined ? {} : { hint };
  };
  const fields = (values: Values): RecordField<Values>[] => [
    ...(item === null
      ? [
          {
            ...label('kind'),
            kind: 'select' as const,
            required: true,
            options: damageKinds.map((value) => ({ value, label: t(`damages.kind.${value}`) })),
          },
        ]
      : []),
    { ...label('claimedFen'), kind: 'amount' },
    ...(mayReview ? [{ ...label('allowedFen'), kind: 'amount' as const, hint: t('damages.item.allowedHint') }] : []),
    { ...label('fromOn'), kind: 'date' },
    { ...label('untilOn'), kind: 'date' },
    { ...label('days'), kind: 'integer', max: 20_000, ...hintOf(values.kind) },
    { ...label('basis'), kind: 'text', max: 500, hint: t('damages.item.basisHint') },
    { ...label('label'), kind: 'text' },
    { ...label('evidence'), kind: 'long' },
    { ...label('remark'), kind: 'long' },
  ];
  const [initial] = useState(() => valuesOf(item));
  const edited = useEdited(item?.rev ?? 0, initial);
  const save = ({ kind, allowedFen, ...rest }: Values) => {
    const values = mayReview ? { ...rest, allowedFen } : rest;
    if (item !== null) {
      const { id: itemId } = item;
      return edited.save({ ...initial, ...values }, (seen, changed) =>
        attempt((api) => api.damages.editItem({ caseId, itemId, seen, values: changed })),
      );
    }
    return attempt((api) => api.damages.addItem({ caseId, values: { ...values, kind, partyId: partyId as DamageItem['partyId'] } }));
  };
  return (
    <RecordDialog<Values>
      title={item === null ? t('damages.item.add') : t('damages.item.edit', { kind: t(`damages.kind.${item.kind}`) })}
      width={760}
      initial={initial}
      fields={fields}
      {...(item === null ? {} : { edited })}
      draft={{ key: `item:${item?.id ?? `new:${partyId}`}`, caseId }}
      saveLabel={t('damages.item.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
