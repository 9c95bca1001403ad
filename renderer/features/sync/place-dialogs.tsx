import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Role } from '../../../shared/people/model.ts';
import type { Company } from '../../../shared/sync/company.ts';
import { SelectField } from '../../ui/form/choice-fields.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import type { Branch, Colleague, Region } from './company-view.ts';
import { RoleAndBranch } from './role-and-branch.tsx';
import { useAdminister } from './use-administer.ts';

export const RegionDialog = ({ region, onClose }: { region: Region | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const administer = useAdminister();
  const form = useForm<{ name: string | null }>({ name: region?.name ?? null });
  const title = t(region === null ? 'sync.company.addRegion' : 'sync.company.renameOf', { name: region?.name });
  const submit = async ({ name }: { name: string | null }): Promise<Problem | null> => {
    const problem = await administer(
      (api) => api.sync.keepRegion({ id: region?.id ?? null, name: name ?? '' }),
      t('sync.company.kept', { name }),
    );
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormModal title={title} width={480} onClose={onClose}>
      <Form form={form} onSubmit={submit} submitLabel={t('sync.company.keep')} label={title}>
        <TextField name="name" label={t('sync.company.regionName')} required max={200} autoFocus />
      </Form>
    </FormModal>
  );
};

type BranchValues = { regionId: string | null; name: string | null };

/** A branch that is there keeps its region: its cases and people would move without a trace. */
export const BranchDialog = ({ branch, company, onClose }: { branch: Branch | null; company: Company; onClose: () => void }) => {
  const { t } = useTranslation();
  const administer = useAdminister();
  const only = company.regions.length === 1 ? (company.regions[0]?.id ?? null) : null;
  const form = useForm<BranchValues>({ regionId: branch?.regionId ?? only, name: branch?.name ?? null });
  const title = t(branch === null ? 'sync.company.addBranch' : 'sync.company.renameOf', { name: branch?.name });
  const submit = async ({ regionId, name }: BranchValues): Promise<Problem | null> => {
    const edit = { id: branch?.id ?? null, regionId: regionId ?? '', name: name ?? '' };
    const problem = await administer((api) => api.sync.keepBranch(edit), t('sync.company.kept', { name }));
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormModal title={title} width={480} onClose={onClose}>
      <Form form={form} onSubmit={submit} submitLabel={t('sync.company.keep')} label={title}>
        {branch === null ? (
          <SelectField
            name="regionId"
            label={t('sync.company.column.region')}
            required
            choices={company.regions.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextField name="name" label={t('sync.company.branchName')} required max={200} autoFocus />
      </Form>
    </FormModal>
  );
};

type Place = { name: string | null; role: Role; branchId: string | null };

/** Another name, role or branch: what the person may see and do follows at the next sync of their devices. */
export const ChangeDialog = ({ person, company, onClose }: { person: Colleague; company: Company; onClose: () => void }) => {
  const { t } = useTranslation();
  const administer = useAdminister();
  const form = useForm<Place>({ name: person.name, role: person.role, branchId: person.branchId });
  const title = t('sync.company.changeOf', { name: person.name });
  const submit = async ({ name, role, branchId }: Place): Promise<Problem | null> => {
    const edit = { personId: person.personId, name: name ?? '', role, branchId: role === 'admin' ? null : branchId };
    const problem = await administer((api) => api.sync.changeColleague(edit), t('sync.company.kept', { name }));
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormModal title={title} width={600} onClose={onClose}>
      <p>{t('sync.company.changeText')}</p>
      <Form form={form} onSubmit={submit} submitLabel={t('sync.company.keep')} label={title}>
        <TextField name="name" label={t('sync.company.column.name')} required max={200} autoFocus />
        <RoleAndBranch company={company} />
      </Form>
    </FormModal>
  );
};
