import { useTranslation } from 'react-i18next';
import type { RuleVersion } from '../../../shared/clocks/contract.ts';
import type { ClockLimits } from '../../../shared/clocks/limits.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog, type RecordField } from '../../ui/form/record-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { limitNames, longestOf, tidyWall, unitOf, type LimitName } from './rule-fields.ts';

type Values = { ownerName: string | null; reason: string | null } & { [Name in LimitName]: ClockLimits[Name] | null };

const useFields = (): RecordField<Values>[] => {
  const { t } = useTranslation();
  const hint = { hours: t('clocks.rules.unitHours'), days: t('clocks.rules.unitDays'), workdays: t('clocks.rules.unitWorkdays') };
  return [
    { name: 'ownerName', kind: 'text', label: t('clocks.rules.owner'), required: true, max: 200 },
    { name: 'reason', kind: 'text', label: t('clocks.rules.reason'), required: true, max: 2_000 },
    ...limitNames.map((name): RecordField<Values> => {
      const unit = unitOf(name);
      const common = { name, label: t(`clocks.rules.field.${name}`), required: true };
      if (unit === 'wall') return { ...common, kind: 'text', hint: t('clocks.rules.wall') };
      const longest = longestOf(name);
      const range = longest === undefined ? hint[unit] : t('clocks.rules.range', { longest, unit: hint[unit] });
      return { ...common, kind: 'integer', hint: range, ...(longest === undefined ? {} : { max: longest }) };
    }),
  ];
};

type Props = { newest: RuleVersion; forCompany: boolean; onClose: () => void };

/** All limits in one form; saving makes the next version, here or at the hub for everybody. */
export const ChangeRulesDialog = ({ newest, forCompany, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const fields = useFields();
  const version = newest.version + 1;
  const save = async ({ ownerName, reason, ...given }: Values) => {
    const limits = { ...given, callFrom: tidyWall(given.callFrom ?? ''), callUntil: tidyWall(given.callUntil ?? '') } as ClockLimits;
    const problem = await attempt((api) =>
      api.clocks.changeRules({ seen: newest.version, ownerName: ownerName ?? '', reason: reason ?? '', limits }),
    );
    if (problem === null) toast.done(forCompany ? t('clocks.rules.sent') : t('clocks.rules.saved', { version }));
    // The form's fields stand beside each other, the contract's limits one level deeper.
    return problem === null ? null : { ...problem, field: problem.field?.replace(/^limits\./, '') ?? null };
  };
  return (
    <RecordDialog<Values>
      title={t('clocks.rules.change')}
      note={t(forCompany ? 'clocks.rules.companyApplies' : 'clocks.rules.applies')}
      width={760}
      initial={{ ownerName: newest.ownerName, reason: null, ...newest.limits }}
      fields={fields}
      saveLabel={forCompany ? t('clocks.rules.send') : t('clocks.rules.save', { version })}
      onSave={save}
      onClose={onClose}
    />
  );
};
