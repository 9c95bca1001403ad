import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageItem, Deduction } from '../../../shared/damages/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Values = { amountFen: number | null; reason: string; clause: string | null; tie: string | null };
type Props = { file: CaseFile; item: DamageItem; deduction: Deduction | null; onClose: () => void };

const notTold = 'not-told';

const tieOf = (deduction: Deduction | null): string | null => {
  if (deduction?.disclosureId != null) return deduction.disclosureId;
  return deduction?.notToldBefore === true ? notTold : null;
};

/** Why less is allowed than claimed, and which disclosure announced it, or openly that nobody was told. */
export const DeductionDialog = ({ file, item, deduction, onClose }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { topicOf, say } = useWording();
  const attempt = useAttempt();
  const caseId = file.case.id;
  const righted = new Set<string>(file.disclosures.flatMap((row) => (row.voidReason === null ? (row.correctsDisclosureId ?? []) : [])));
  const told = file.disclosures
    .filter((row) => row.voidReason === null && (row.partyId === null || row.partyId === item.partyId))
    .toSorted((a, b) => b.toldAt.localeCompare(a.toldAt))
    .map((row) => {
      const topic = topicOf(row.topic);
      const words = [format.instant(row.toldAt), t(`contacts.channel.${row.channel}`), t(`contacts.understood.${row.understood}`)].join(
        ' · ',
      );
      const mark = righted.has(row.id) ? ` · ${t('damages.deduction.righted')}` : '';
      return { value: row.id, label: `${topic === undefined ? row.topic : say(topic.name)} · ${words}${mark}` };
    });
  const save = ({ amountFen, reason, clause, tie }: Values) => {
    const values = {
      amountFen,
      reason,
      clause,
      notToldBefore: tie === notTold,
      disclosureId: (tie === null || tie === notTold ? null : tie) as Deduction['disclosureId'],
    };
    return attempt((api) =>
      deduction === null
        ? api.damages.addDeduction({ caseId, values: { ...values, itemId: item.id as Deduction['itemId'] } })
        : api.damages.editDeduction({ caseId, deductionId: deduction.id, seen: deduction.rev, values }),
    );
  };
  return (
    <RecordDialog<Values>
      title={t('damages.deduction.title', { kind: t(`damages.kind.${item.kind}`) })}
      note={t('damages.deduction.note', { claimed: format.money(item.claimedFen) })}
      initial={{
        amountFen: deduction?.amountFen ?? null,
        reason: deduction?.reason ?? '',
        clause: deduction?.clause ?? null,
        tie: tieOf(deduction),
      }}
      draft={{ key: `deduction:${deduction?.id ?? `new:${item.id}`}`, caseId }}
      fields={[
        { name: 'amountFen', kind: 'amount', label: t('damages.deduction.amount'), required: true },
        { name: 'clause', kind: 'text', label: t('damages.deduction.clause'), max: 500 },
        { name: 'reason', kind: 'long', label: t('damages.deduction.reason'), required: true },
        {
          name: 'tie',
          kind: 'select',
          wide: true,
          label: t('damages.deduction.tie'),
          hint: t('damages.deduction.tieHint'),
          options: [...told, { value: notTold, label: t('damages.deduction.notToldBefore') }],
        },
      ]}
      saveLabel={t('damages.deduction.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
