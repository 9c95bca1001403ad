import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { markSources, treatmentKinds, type TreatmentEvent, type treatmentEvent } from '../../../shared/doctors/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useEdited } from '../../ui/form/edited.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';

type Values = FieldsOf<typeof treatmentEvent>;
type Props = { file: CaseFile; partyId: string; event: TreatmentEvent | null; onClose: () => void };

const valuesOf = (file: CaseFile, partyId: string, event: TreatmentEvent | null): Values => ({
  partyId: (event?.partyId ?? partyId) as Values['partyId'],
  kind: event?.kind ?? 'stay',
  fromOn: event?.fromOn ?? null,
  untilOn: event?.untilOn ?? null,
  hospital: event === null ? (file.parties.find(({ id }) => id === partyId)?.hospital ?? null) : event.hospital,
  amountFen: event?.amountFen ?? null,
  note: event?.note ?? null,
  attachmentId: event?.attachmentId ?? null,
  source: event === null ? 'paper' : event.source,
});

/** A stay, an operation, a visit or a bill; later what came to be known, for example the day of discharge. */
export const TreatmentDialog = ({ file, partyId, event, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const caseId = file.case.id;
  const [initial] = useState(() => valuesOf(file, partyId, event));
  const edited = useEdited(event?.rev ?? 0, initial);
  const papers = file.attachments.filter((row) => row.voidReason === null && (row.partyId === null || row.partyId === partyId));
  const fields = (values: Values): RecordField<Values>[] => [
    ...(event === null
      ? [
          {
            name: 'kind' as const,
            kind: 'pick' as const,
            label: t('doctors.treatment.kindField'),
            required: true,
            wide: true,
            options: treatmentKinds.map((value) => ({ value, label: t(`doctors.treatment.kind.${value}`) })),
          },
        ]
      : []),
    {
      name: 'fromOn',
      kind: 'date',
      label: t(values.kind === 'stay' ? 'doctors.treatment.admittedOn' : 'doctors.treatment.fromOn'),
      required: true,
    },
    {
      name: 'untilOn',
      kind: 'date',
      label: t(values.kind === 'stay' ? 'doctors.treatment.dischargedOn' : 'doctors.treatment.untilOn'),
      ...(values.kind === 'stay' ? { hint: t('doctors.treatment.stillThere') } : {}),
    },
    { name: 'hospital', kind: 'text', label: t('doctors.diagnosis.hospital') },
    { name: 'amountFen', kind: 'amount', label: t('doctors.treatment.amount') },
    {
      name: 'source',
      kind: 'pick',
      label: t('doctors.mark.source'),
      wide: true,
      options: markSources.map((value) => ({ value, label: t(`doctors.source.${value}`) })),
    },
    ...(papers.length === 0
      ? []
      : [
          {
            name: 'attachmentId' as const,
            kind: 'select' as const,
            wide: true,
            label: t('doctors.treatment.paper'),
            options: papers.map(({ id, name }) => ({ value: id, label: name ?? id })),
          },
        ]),
    { name: 'note', kind: 'long', label: t('doctors.mark.note'), max: 500 },
  ];
  const save = (values: Values) => {
    if (event === null) return attempt((api) => api.doctors.recordTreatment({ caseId, values }));
    const { id: treatmentId } = event;
    return edited.save(values, (seen, changed) =>
      attempt((api) => api.doctors.editTreatment({ caseId, treatmentId, seen, values: changed })),
    );
  };
  return (
    <RecordDialog<Values>
      title={event === null ? t('doctors.treatment.add') : t('doctors.treatment.edit', { kind: t(`doctors.treatment.kind.${event.kind}`) })}
      initial={initial}
      fields={fields}
      {...(event === null ? {} : { edited })}
      draft={{ key: `treatment:${event?.id ?? `new:${partyId}`}`, caseId }}
      saveLabel={t('doctors.treatment.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
