import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageItem, Deduction } from '../../../shared/damages/model.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { useEdited } from '../../ui/form/edited.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Values = { amountFen: number | null; reason: string; clause: string | null; tie: string | null };
type Props = { file: CaseFile; item: DamageItem; deduction: Deduction | null; onClose: () => void };

const notTold = 'not-told';

const tieOf = (deduction: Deduction | null): string | null => {
  if (deduction?.disclosureId != null) return deduction.disclosureId;
  return deduction?.notToldBefore === true ? notTold : null;
};

/** One answer on the form, two fields in the file. */
const untied = <V extends Partial<Values>>({ tie, ...rest }: V) => ({
  ...rest,
  ...(tie === undefined
    ? {}
    : { notToldBefore: tie === notTold, disclosureId: (tie === null || tie === notTold ? null : tie) as Deduction['disclosureId'] }),
});

/** What another window wrote in either of the two fields, as the one answer of the form. */
const atTheTie = (problem: Problem | null): Problem | null => {
  if (problem?.code !== 'conflict') return problem;
  const { theirs } = problem.facts;
  const told = problem.field === 'values.notToldBefore' ? (theirs === true ? notTold : null) : theirs;
  const tied = problem.field === 'values.notToldBefore' || problem.field === 'values.disclosureId';
  return tied ? { ...problem, field: 'values.tie', facts: { ...problem.facts, theirs: told ?? null } } : problem;
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
  const [initial] = useState<Values>(() => ({
    amountFen: deduction?.amountFen ?? null,
    reason: deduction?.reason ?? '',
    clause: deduction?.clause ?? null,
    tie: tieOf(deduction),
  }));
  const edited = useEdited(deduction?.rev ?? 0, initial);
  const save = (typed: Values) => {
    if (deduction === null) {
      const values = { ...untied(typed), itemId: item.id as Deduction['itemId'] };
      return attempt((api) => api.damages.addDeduction({ caseId, values }));
    }
    const { id: deductionId } = deduction;
    return edited.save(typed, async (seen, changed) =>
      atTheTie(await attempt((api) => api.damages.editDeduction({ caseId, deductionId, seen, values: untied(changed) }))),
    );
  };
  return (
    <RecordDialog<Values>
      title={t('damages.deduction.title', { kind: t(`damages.kind.${item.kind}`) })}
      note={t('damages.deduction.note', { claimed: format.money(item.claimedFen) })}
      initial={initial}
      {...(deduction === null ? {} : { edited })}
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
