import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFilter } from '../../../shared/cases/contract.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';

type Props = { filter: CaseFilter; onShow: (filter: CaseFilter) => void };
type Values = { name: string | null };

const SaveDialog = ({ filter, onClose }: { filter: CaseFilter; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const { queries } = useCore();
  const client = useQueryClient();
  const form = useForm<Values>({ name: null });
  const submit = async ({ name }: Values): Promise<Problem | null> => {
    const problem = await attempt((api) => api.cases.saveView({ name: name ?? '', filter }));
    if (problem !== null) return problem;
    await client.invalidateQueries({ queryKey: queries.cases.views.key() });
    onClose();
    return null;
  };
  return (
    <FormModal title={t('cases.view.save')} width={380} onClose={onClose}>
      <Form form={form} onSubmit={submit} submitLabel={t('cases.view.save')} grid={false}>
        <TextField name="name" label={t('cases.view.name')} max={60} required autoFocus />
      </Form>
    </FormModal>
  );
};

/** Filters with a name: choose one, keep the present one, drop one. */
export const SavedViews = ({ filter, onShow }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const [saving, setSaving] = useState(false);
  const { data: views = [] } = useQuery(queries.cases.views.queryOptions());
  const drop = useMutation({
    ...queries.cases.dropView.mutationOptions(),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.cases.views.key() }),
  });
  const shown = views.find((view) => JSON.stringify(view.filter) === JSON.stringify(filter));
  return (
    <>
      <Select
        style={{ width: 140 }}
        aria-label={t('cases.view.label')}
        placeholder={t('cases.view.label')}
        notFoundContent={t('cases.view.none')}
        value={shown?.name ?? null}
        options={views.map((view) => ({ value: view.name, label: view.name }))}
        onChange={(name: string) => {
          const view = views.find((one) => one.name === name);
          if (view !== undefined) onShow(view.filter);
        }}
      />
      {shown === undefined ? (
        <Button onClick={() => setSaving(true)}>{t('cases.view.save')}</Button>
      ) : (
        <Button onClick={() => drop.mutate({ name: shown.name })}>{t('cases.view.drop')}</Button>
      )}
      {saving ? <SaveDialog filter={filter} onClose={() => setSaving(false)} /> : null}
    </>
  );
};
