import { useTranslation } from 'react-i18next';
import { conditionsOf } from '../../../shared/advances/conditions.ts';
import { advanceBases, advanceGroups, advanceWays, confirmedConditions, type Advance } from '../../../shared/advances/model.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useAuthority } from '../../app/use-authority.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { changedFrom } from '../../ui/form/changed-from.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Ways = (typeof advanceWays)[number];
type Values = Pick<Advance, 'basis' | 'itemGroup' | 'amountFen' | 'payTo' | 'payee' | 'need' | 'confirmed' | 'openReason' | 'inClaim'>;

/** Conditions a person confirms for this basis; the file answers the others. */
const byHand = (basis: Advance['basis']) =>
  conditionsOf({ basis, confirmed: [], amountFen: null, limitLeftFen: null, liabilityFinding: null }).filter((one) => one.byHand);

const valuesOf = (row: Advance | null, basis: Advance['basis']): Values => ({
  basis: row?.basis ?? basis,
  itemGroup: row?.itemGroup ?? 'medical',
  amountFen: row?.amountFen ?? null,
  payTo: row?.payTo ?? (basis === 'undisputed' ? 'injured' : 'hospital'),
  payee: row?.payee ?? null,
  need: row?.need ?? null,
  confirmed: row?.confirmed ?? [],
  openReason: row?.openReason ?? null,
  inClaim: row?.inClaim ?? null,
});

const useChoices = () => {
  const { t } = useTranslation();
  return (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`advances.${key}.${value}`) }));
};

/** Writes a request down or adds what was missing. */
export const AdvanceDialog = ({
  file,
  partyId,
  row,
  basis = 'police-notice',
  onClose,
}: {
  file: CaseFile;
  partyId: string;
  row: Advance | null;
  /** What a new request begins with. */
  basis?: Advance['basis'];
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const choices = useChoices();
  const caseId = file.case.id;
  const initial = valuesOf(row, basis);
  const save = (values: Values) => {
    const confirmed = (values.confirmed ?? []).filter((id) => byHand(values.basis).some((one) => one.id === id));
    const given = { ...values, confirmed };
    return attempt((api) =>
      row === null
        ? api.advances.write({ caseId, values: { ...given, partyId: partyId as NonNullable<Advance['partyId']> } })
        : api.advances.edit({ caseId, advanceId: row.id, seen: row.rev, values: changedFrom(initial, given) }),
    );
  };
  return (
    <RecordDialog<Values>
      title={t(row === null ? 'advances.write.title' : 'advances.write.edit')}
      note={row?.state === 'not-yet' ? t('advances.card.toAdd', { what: row.toAdd ?? '' }) : ''}
      initial={initial}
      draft={{ key: `advance:${row?.id ?? (basis === 'undisputed' ? `undisputed-${partyId}` : partyId)}`, caseId }}
      fields={(values) => [
        {
          name: 'basis',
          kind: 'pick',
          label: t('advances.field.basis'),
          hint: t(`advances.basisNote.${values.basis ?? 'agreed'}`),
          required: true,
          wide: true,
          options: choices(advanceBases, 'basis'),
        },
        { name: 'amountFen', kind: 'amount', label: t('advances.field.amountFen'), required: true },
        { name: 'itemGroup', kind: 'pick', label: t('advances.field.itemGroup'), options: choices(advanceGroups, 'group') },
        { name: 'payTo', kind: 'pick', label: t('advances.field.payTo'), required: true, options: choices(advanceWays, 'way') },
        { name: 'payee', kind: 'text', label: t('advances.field.payee') },
        { name: 'need', kind: 'long', label: t('advances.field.need') },
        {
          name: 'confirmed',
          kind: 'many',
          label: t('advances.field.confirmed'),
          options: choices(
            confirmedConditions.filter((id) => byHand(values.basis).some((one) => one.id === id)),
            'condition',
          ),
        },
        { name: 'openReason', kind: 'long', label: t('advances.field.openReason') },
        { name: 'inClaim', kind: 'yesNo', label: t('advances.field.inClaim'), hint: t('advances.field.inClaimHint') },
      ]}
      saveLabel={t('advances.write.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};

type Decision = { to: 'approved' | 'not-yet'; decidedFen: number | null; way: Ways | null; toAdd: string | null };
export type AdvanceWay = 'approved' | 'less' | 'not-yet';
type DecideProps = { row: Advance; way?: AdvanceWay; onClose: () => void; onDone?: () => void };

const useDecisionFields = (row: Advance, way: AdvanceWay | undefined) => {
  const { t } = useTranslation();
  const format = useFormat();
  const choices = useChoices();
  const to: RecordField<Decision> = {
    name: 'to',
    kind: 'pick',
    label: t('advances.decide.to'),
    required: true,
    wide: true,
    options: choices(['approved', 'not-yet'] as const, 'state'),
  };
  const toAdd: RecordField<Decision> = { name: 'toAdd', kind: 'long', label: t('advances.decide.toAdd'), required: true, wide: true };
  const amount: RecordField<Decision> = {
    name: 'decidedFen',
    kind: 'amount',
    label: t('advances.decide.amount'),
    hint: t('advances.decide.asked', { amount: format.money(row.amountFen) }),
    required: true,
  };
  const payTo: RecordField<Decision> = {
    name: 'way',
    kind: 'pick',
    label: t('advances.field.payTo'),
    required: true,
    wide: true,
    options: choices(advanceWays, 'way'),
  };
  return (values: Decision): RecordField<Decision>[] => [
    ...(way === undefined ? [to] : []),
    ...(values.to === 'not-yet' ? [toAdd] : way === 'approved' ? [payTo] : [amount, payTo]),
  ];
};

/** Approved with amount and way, or *not yet* with what to add; `way` asks for one of them alone. */
export const DecideAdvanceDialog = ({ row, way, onClose, onDone }: DecideProps) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const format = useFormat();
  const authority = useAuthority();
  const fields = useDecisionFields(row, way);
  const title = t(way === undefined ? 'advances.decide.title' : `advances.queue.${way}`);
  const save = async ({ to, decidedFen, way: payWay, toAdd }: Decision) => {
    const input = { caseId: row.caseId ?? '', advanceId: row.id, to, decidedFen, way: payWay, toAdd: toAdd ?? '' };
    const problem = await attempt((api) => api.advances.decide(input));
    if (problem === null) {
      toast.done(t(`advances.decide.done.${to}`));
      onDone?.();
    }
    return problem;
  };
  return (
    <RecordDialog<Decision>
      title={title}
      note={[
        way === 'approved' ? t('advances.decide.asked', { amount: format.money(row.amountFen) }) : t('advances.decide.note'),
        authority?.text,
      ]
        .filter(Boolean)
        .join('\n')}
      initial={{
        to: way === 'not-yet' ? 'not-yet' : 'approved',
        decidedFen: way === 'less' ? null : row.amountFen,
        way: row.payTo,
        toAdd: null,
      }}
      fields={fields}
      saveLabel={way === undefined ? t('advances.decide.save') : title}
      onSave={save}
      onClose={onClose}
    />
  );
};

type Paid = { paidOn: string | null; way: Ways; note: string | null };

/** The day and the way the approved sum was paid. */
export const PayAdvanceDialog = ({ row, now, onClose }: { row: Advance; now: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const choices = useChoices();
  return (
    <RecordDialog<Paid>
      title={t('advances.pay.title')}
      initial={{ paidOn: chinaDateOf(now), way: (row.decidedWay as Ways | null) ?? 'hospital', note: null }}
      fields={[
        { name: 'paidOn', kind: 'date', label: t('advances.pay.on'), required: true },
        { name: 'way', kind: 'pick', label: t('advances.field.payTo'), required: true, options: choices(advanceWays, 'way') },
        { name: 'note', kind: 'long', label: t('advances.pay.note') },
      ]}
      saveLabel={t('advances.pay.save')}
      onSave={({ paidOn, way, note }) =>
        attempt((api) => api.advances.pay({ caseId: row.caseId ?? '', advanceId: row.id, paidOn: paidOn ?? '', way, note: note ?? '' }))
      }
      onClose={onClose}
    />
  );
};
