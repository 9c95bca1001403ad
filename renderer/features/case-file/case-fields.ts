import type { TFunction } from 'i18next';
import { liabilityFindings, severities, sourceChannels, type Case, type caseEntity } from '../../../shared/cases/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import type { RecordField } from '../../ui/form/record-dialog.tsx';

/** What a person may edit of a case; its state moves through closing and reopening. */
export type CaseValues = Omit<FieldsOf<typeof caseEntity>, 'state' | 'closingReason'>;

export const caseValuesOf = (row: Case): CaseValues => {
  const {
    id: _id,
    caseId: _caseId,
    at: _at,
    byPersonId: _by,
    rev: _rev,
    voidReason: _void,
    state: _state,
    closingReason: _reason,
    ...values
  } = row;
  return values;
};

/** The accident and the cover, as the case page edits them. */
export const caseFields = (t: TFunction): RecordField<CaseValues>[] => {
  const label = (name: keyof CaseValues): { name: keyof CaseValues; label: string } => ({ name, label: t(`case-file.field.${name}`) });
  return [
    { ...label('reportNumber'), kind: 'code', required: true },
    { ...label('policyNumber'), kind: 'code' },
    { ...label('plate'), kind: 'code', max: 32 },
    { ...label('insuredName'), kind: 'text' },
    { ...label('insuredPhone'), kind: 'phone' },
    { ...label('driverName'), kind: 'text' },
    { ...label('driverPhone'), kind: 'phone' },
    { ...label('reportedAt'), kind: 'instant' },
    { ...label('accidentAt'), kind: 'instant' },
    { ...label('accidentPlace'), kind: 'text', max: 500 },
    { ...label('accidentCause'), kind: 'text', max: 500 },
    { ...label('hospital'), kind: 'text' },
    { ...label('injuredCount'), kind: 'integer', max: 500 },
    { ...label('liabilityShare'), kind: 'integer', max: 100 },
    { ...label('commercialLimitFen'), kind: 'amount' },
    { ...label('ownerName'), kind: 'text' },
    { ...label('branch'), kind: 'text' },
    {
      ...label('sourceChannel'),
      kind: 'select',
      options: sourceChannels.map((value) => ({ value, label: t(`case-file.source.${value}`) })),
    },
    { ...label('severity'), kind: 'pick', options: severities.map((value) => ({ value, label: t(`case-file.severity.${value}`) })) },
    {
      ...label('liabilityFinding'),
      kind: 'pick',
      wide: true,
      options: liabilityFindings.map((value) => ({ value, label: t(`case-file.liability.${value}`) })),
    },
  ];
};
