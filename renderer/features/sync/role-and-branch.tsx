import { useTranslation } from 'react-i18next';
import { roles } from '../../../shared/people/model.ts';
import type { Company } from '../../../shared/sync/company.ts';
import { SelectField } from '../../ui/form/choice-fields.tsx';
import { branchChoices } from './company-view.ts';

/** What a colleague does, and where. */
export const RoleAndBranch = ({ company }: { company: Company }) => {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="role"
        label={t('people.field.role')}
        required
        choices={roles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
      />
      <SelectField name="branchId" label={t('people.field.branch')} hint={t('sync.company.branchHint')} choices={branchChoices(company)} />
    </>
  );
};
