import { useTranslation } from 'react-i18next';
import type { LimitsVersion } from '../../../shared/people/contract.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { isUpsideDown, limitChange, type ApprovingRole } from './limits-view.ts';

type Values = { handler: number | null; supervisor: number | null; effectiveOn: string | null; reason: string | null };

/** Under each amount: what counts now, and what publishing makes of it. */
const useHint = (now: LimitsVersion) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (role: ApprovingRole, values: Values): string => {
    const { kind, fromFen, toFen } = limitChange(now.limitsFen, role, values[role]);
    const facts = { role: t(`people.role.${role}`), from: format.money(fromFen), to: toFen === null ? '' : format.money(toFen) };
    const upsideDown = role === 'supervisor' && isUpsideDown(values) ? ` ${t('people.limits.upsideDown')}` : '';
    const nothing = toFen === 0 && kind !== 'same' ? ` ${t('people.limits.nothingAlone', facts)}` : '';
    return `${t(`people.limits.change.${kind}`, facts)}${nothing}${upsideDown}`;
  };
};

const useFields = (now: LimitsVersion) => {
  const { t } = useTranslation();
  const hint = useHint(now);
  const amount = (name: ApprovingRole, values: Values): RecordField<Values> => ({
    name,
    kind: 'amount',
    label: t('people.limits.upTo', { role: t(`people.role.${name}`) }),
    required: true,
    hint: hint(name, values),
  });
  return (values: Values): RecordField<Values>[] => [
    amount('handler', values),
    amount('supervisor', values),
    { name: 'effectiveOn', kind: 'date', label: t('people.limits.effectiveOn'), required: true, hint: t('people.limits.effectiveHint') },
    { name: 'reason', kind: 'long', label: t('people.limits.reason'), required: true, wide: true, max: 2_000 },
  ];
};

type Props = { newest: LimitsVersion; now: LimitsVersion; today: string; onClose: () => void };

/** 发布权限额度: the next version for the whole company, with what it changes said at each amount. */
export const LimitsDialog = ({ newest, now, today, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const format = useFormat();
  const fields = useFields(now);
  const { limitsFen } = newest;
  const replaced = newest.state === 'planned' ? t('people.limits.replaces', { version: newest.version, on: format.date(newest.from) }) : '';
  const save = async ({ handler, supervisor, effectiveOn, reason }: Values) => {
    const problem = await attempt(async (api) => {
      const order = { handler: handler ?? 0, supervisor: supervisor ?? 0 };
      const { version } = await api.people.publishLimits({
        seen: newest.version,
        limitsFen: order,
        effectiveOn: effectiveOn ?? '',
        reason: reason ?? '',
      });
      toast.done(t('people.limits.sent', { version }));
    });
    // The form's fields stand beside each other, the contract's limits one level deeper.
    return problem === null ? null : { ...problem, field: problem.field?.replace(/^limitsFen\./, '') ?? null };
  };
  return (
    <RecordDialog<Values>
      title={t('people.limits.change.title')}
      note={[t('people.limits.applies'), replaced].filter(Boolean).join('\n')}
      width={680}
      initial={{ handler: limitsFen.handler ?? 0, supervisor: limitsFen.supervisor ?? 0, effectiveOn: today, reason: null }}
      fields={fields}
      saveLabel={t('people.limits.send')}
      onSave={save}
      onClose={onClose}
    />
  );
};
