import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { escalationKinds, type Escalation, type Scenario } from '../../../shared/escalations/model.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { ChoiceField, ManyField } from '../../ui/form/choice-fields.tsx';
import { useEdited } from '../../ui/form/edited.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { AmountField, IntegerField, TextAreaField, TextField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { allWays, isFilled, type EscalationValues } from './escalation-view.ts';
import styles from './escalations.module.css';

/** Ways that were computed for a new request, and the comparison they come from. */
export type Prepared = { setId: string | null; ways: readonly Scenario[] };

type Props = {
  file: CaseFile;
  partyId: string | null;
  row: Escalation | null;
  prepared: Prepared | null;
  onClose: () => void;
};

const valuesOf = ({ row, partyId, prepared }: Pick<Props, 'row' | 'partyId' | 'prepared'>): EscalationValues => ({
  partyId: (row?.partyId ?? partyId) as EscalationValues['partyId'],
  kind: row?.kind ?? 'over-authority',
  ask: row?.ask ?? '',
  amountFen: row?.amountFen ?? null,
  factsChecked: row?.factsChecked ?? null,
  whyFileSilent: row?.whyFileSilent ?? null,
  scenarios: allWays(row?.scenarios ?? prepared?.ways ?? null),
  ourConcessions: row?.ourConcessions ?? null,
  theirConcessions: row?.theirConcessions ?? null,
  enclosures: row?.enclosures ?? [],
});

/** The form shows all three ways, the row keeps those that were filled in: theirs are shown as the form shows them. */
const withAllWays = (problem: Problem | null): Problem | null => {
  const theirs = problem?.facts['theirs'];
  if (problem?.field !== 'values.scenarios' || problem.code !== 'conflict') return problem;
  const ways = allWays(typeof theirs === 'string' ? (JSON.parse(theirs) as Escalation['scenarios']) : null);
  return { ...problem, facts: { ...problem.facts, theirs: JSON.stringify(ways) } };
};

/** Writes a request: the ask in one sentence, what was checked, and three ways side by side. */
export const EscalationDialog = ({ file, partyId, row, prepared, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const caseId = file.case.id;
  const [initial] = useState(() => valuesOf({ row, partyId, prepared }));
  const edited = useEdited<EscalationValues>(row?.rev ?? 0, { ...initial, scenarios: row?.scenarios ?? null });
  const form = useForm<EscalationValues>(initial);
  const save = async (typed: EscalationValues) => {
    const scenarios = (typed.scenarios ?? []).map((one) => ({ ...one, note: one.note ?? '' }));
    const values = { ...typed, scenarios: scenarios.filter(isFilled) };
    const scenarioSetId = (prepared?.setId ?? null) as Escalation['scenarioSetId'];
    const problem =
      row === null
        ? await attempt((api) => api.escalations.write({ caseId, values: { ...values, scenarioSetId } }))
        : await edited.save(values, async (seen, changed) =>
            withAllWays(await attempt((api) => api.escalations.edit({ caseId, escalationId: row.id, seen, values: changed }))),
          );
    if (problem === null) onClose();
    return problem;
  };
  // An advance is asked for in its own panel; here it stays only on requests that carry it already.
  const kinds = escalationKinds
    .filter((kind) => kind !== 'advance' || row?.kind === 'advance')
    .map((value) => ({ value, label: t(`escalations.kind.${value}`) }));
  const enclosures = file.attachments.filter((one) => one.voidReason === null).map((one) => ({ value: one.id, label: one.name }));
  return (
    <FormModal title={t(row === null ? 'escalations.form.new' : 'escalations.form.edit')} width={900} onClose={onClose}>
      <Form
        form={form}
        onSubmit={save}
        submitLabel={t('escalations.form.save')}
        {...(row === null ? {} : { edited })}
        draft={{ key: `escalation:${row?.id ?? `${prepared === null ? 'new' : 'compared'}:${caseId}`}`, caseId }}
        extra={<Button onClick={onClose}>{t('common.action.cancel')}</Button>}
      >
        <ChoiceField name="kind" label={t('escalations.field.kind')} required wide choices={kinds} />
        <TextField name="ask" label={t('escalations.field.ask')} required wide max={500} hint={t('escalations.form.askHint')} autoFocus />
        <AmountField name="amountFen" label={t('escalations.field.amountFen')} />
        <TextAreaField name="factsChecked" label={t('escalations.field.factsChecked')} max={100_000} rows={2} />
        <TextAreaField name="whyFileSilent" label={t('escalations.field.whyFileSilent')} max={100_000} rows={2} />
        <fieldset className={styles['scenarios']}>
          <legend>{t('escalations.field.scenarios')}</legend>
          {(initial.scenarios ?? []).map((scenario, i) => (
            <div key={scenario.way} role="group" aria-label={t(`escalations.way.${scenario.way}`)}>
              <strong>{t(`escalations.way.${scenario.way}`)}</strong>
              <AmountField name={`scenarios.${i}.amountFen`} label={t('escalations.scenario.amount')} />
              <AmountField name={`scenarios.${i}.extraCostFen`} label={t('escalations.scenario.extra')} />
              <IntegerField name={`scenarios.${i}.days`} label={t('escalations.scenario.days')} max={10_000} />
              <TextAreaField name={`scenarios.${i}.note`} label={t('escalations.scenario.note')} rows={1} />
            </div>
          ))}
        </fieldset>
        <TextAreaField name="ourConcessions" label={t('escalations.field.ourConcessions')} rows={1} />
        <TextAreaField name="theirConcessions" label={t('escalations.field.theirConcessions')} rows={1} />
        {enclosures.length === 0 ? null : <ManyField name="enclosures" label={t('escalations.field.enclosures')} choices={enclosures} />}
      </Form>
    </FormModal>
  );
};
