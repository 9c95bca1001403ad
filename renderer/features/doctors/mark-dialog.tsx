import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { sidesOfRegion } from '../../../shared/doctors/body.ts';
import { injuryKinds, markSources, type BodyRegion, type BodySide, type BodyView, type injuryMark } from '../../../shared/doctors/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';
import { usePlaceName } from './place-name.ts';

type Values = FieldsOf<typeof injuryMark>;
export type Place = { region: BodyRegion; side: BodySide; view: BodyView };
type Props = { file: CaseFile; partyId: string; place: Place; onClose: () => void };

/** What was hurt at this place, and who says so. */
export const MarkDialog = ({ file, partyId, place, onClose }: Props) => {
  const { t } = useTranslation();
  const placeName = usePlaceName();
  const attempt = useAttempt();
  const caseId = file.case.id;
  const diagnoses = file.diagnoses.filter((row) => row.partyId === partyId && row.voidReason === null && row.mode !== 'not-yet-written');
  const sides = sidesOfRegion(place.region);
  const fields: RecordField<Values>[] = [
    {
      name: 'kind',
      kind: 'pick',
      label: t('doctors.mark.kind'),
      required: true,
      wide: true,
      options: injuryKinds.map((value) => ({ value, label: t(`doctors.kind.${value}`) })),
    },
    {
      name: 'source',
      kind: 'pick',
      label: t('doctors.mark.source'),
      required: true,
      wide: true,
      options: markSources.map((value) => ({ value, label: t(`doctors.source.${value}`) })),
    },
    ...(sides.includes('middle')
      ? [
          {
            name: 'side' as const,
            kind: 'pick' as const,
            label: t('doctors.mark.side'),
            required: true,
            wide: true,
            options: sides.map((value) => ({ value, label: t(`doctors.side.${value}`) })),
          },
        ]
      : []),
    ...(diagnoses.length === 0
      ? []
      : [
          {
            name: 'diagnosisId' as const,
            kind: 'select' as const,
            wide: true,
            label: t('doctors.mark.diagnosis'),
            options: diagnoses.map(({ id, body }) => ({ value: id, label: body })),
          },
        ]),
    { name: 'note', kind: 'long', label: t('doctors.mark.note'), max: 500 },
  ];
  return (
    <RecordDialog<Values>
      title={t('doctors.mark.title', { place: placeName(place.region, place.side) })}
      initial={{
        ...place,
        partyId: partyId as Values['partyId'],
        kind: 'fracture',
        source: 'doctor',
        note: null,
        logId: null,
        diagnosisId: null,
      }}
      fields={fields}
      saveLabel={t('doctors.mark.save')}
      onSave={(values) => attempt((api) => api.doctors.recordMark({ caseId, values }))}
      onClose={onClose}
    />
  );
};
