import type { TFunction } from 'i18next';
import { genders, roadRoles, type InjuredParty, type injuredParty } from '../../../shared/parties/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import type { RecordField } from '../../ui/form/record-dialog.tsx';

export type PartyValues = FieldsOf<typeof injuredParty>;

const empty: PartyValues = {
  name: '',
  gender: null,
  bornOn: null,
  idNumber: null,
  phone: null,
  roadRole: null,
  hospital: null,
  department: null,
  ward: null,
  bed: null,
  hospitalKnownAt: null,
  admittedOn: null,
  dischargedOn: null,
  injurySummary: null,
  treatmentEnded: null,
  privacyNoticeGivenAt: null,
  noPhotoReason: null,
};

/** The values of a person as the form shows them; the masked identity number is left out, so that it is never written back. */
export const partyValuesOf = (party: InjuredParty | null): PartyValues => {
  if (party === null) return empty;
  const names = Object.keys(empty) as (keyof PartyValues)[];
  return { ...Object.fromEntries(names.map((name) => [name, party[name]])), idNumber: null } as PartyValues;
};

/** What is sent: an identity number that nobody typed stays as it is. */
export const partyChange = (values: Partial<PartyValues>): Partial<PartyValues> => {
  const { idNumber, ...rest } = values;
  return idNumber == null || idNumber === '' ? rest : { ...rest, idNumber };
};

export const partyFields = (t: TFunction, known: InjuredParty | null): RecordField<PartyValues>[] => {
  const label = (name: keyof PartyValues): { name: keyof PartyValues; label: string } => ({ name, label: t(`parties.field.${name}`) });
  const masked = known?.idNumber ?? null;
  return [
    { ...label('name'), kind: 'text', required: true },
    { ...label('gender'), kind: 'pick', options: genders.map((value) => ({ value, label: t(`parties.gender.${value}`) })) },
    { ...label('bornOn'), kind: 'date' },
    { ...label('idNumber'), kind: 'idNumber', ...(masked === null ? {} : { hint: t('parties.form.idKnown', { masked }) }) },
    { ...label('phone'), kind: 'phone' },
    { ...label('roadRole'), kind: 'select', options: roadRoles.map((value) => ({ value, label: t(`parties.road.${value}`) })) },
    { ...label('hospital'), kind: 'text' },
    { ...label('hospitalKnownAt'), kind: 'instant' },
    { ...label('department'), kind: 'text' },
    { ...label('ward'), kind: 'text', max: 64 },
    { ...label('bed'), kind: 'text', max: 64 },
    { ...label('admittedOn'), kind: 'date' },
    { ...label('dischargedOn'), kind: 'date' },
    { ...label('injurySummary'), kind: 'text', max: 500 },
    { ...label('treatmentEnded'), kind: 'yesNo' },
  ];
};
