import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Role } from '../../../shared/people/model.ts';
import type { Company } from '../../../shared/sync/company.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { Ask } from './ask.tsx';
import type { Colleague, CompanyDevice } from './company-view.ts';
import { RoleAndBranch } from './role-and-branch.tsx';
import { useAdminister } from './use-administer.ts';

export const useReinstate = () => {
  const { t } = useTranslation();
  const administer = useAdminister();
  const toast = useToast();
  return async (personId: string): Promise<void> => {
    const problem = await administer((api) => api.sync.changeColleague({ personId, active: true }), t('sync.company.reinstated'));
    if (problem !== null) toast.failed(problemText(t, problem));
  };
};

type NewColleague = { name: string | null; loginName: string | null; role: Role; branchId: string | null; password: string | null };

export const ColleagueDialog = ({ company, onClose }: { company: Company; onClose: () => void }) => {
  const { t } = useTranslation();
  const administer = useAdminister();
  const form = useForm<NewColleague>({ name: null, loginName: null, role: 'surveyor', branchId: null, password: null });
  const submit = async ({ name, loginName, role, branchId, password }: NewColleague): Promise<Problem | null> => {
    const input = {
      name: name ?? '',
      loginName: loginName ?? '',
      role,
      branchId: role === 'admin' ? null : branchId,
      password: password ?? '',
    };
    const problem = await administer((api) => api.sync.addColleague(input), t('sync.company.added', { name }));
    if (problem === null) onClose();
    return problem?.code === 'sync.login-name-taken' ? { ...problem, field: 'loginName' } : problem;
  };
  return (
    <FormModal title={t('sync.company.add')} width={600} onClose={onClose}>
      <Form form={form} onSubmit={submit} submitLabel={t('sync.company.addSubmit')} label={t('sync.company.add')}>
        <TextField name="name" label={t('sync.company.column.name')} required max={200} autoFocus />
        <TextField name="loginName" label={t('sync.connect.loginName')} hint={t('sync.company.loginNameHint')} required max={64} />
        <RoleAndBranch company={company} />
        <PasswordField name="password" label={t('sync.company.firstPassword')} hint={t('sync.company.passwordHint')} fresh required />
      </Form>
    </FormModal>
  );
};

export const PasswordDialog = ({ person, onClose }: { person: Colleague; onClose: () => void }) => {
  const { t } = useTranslation();
  const administer = useAdminister();
  const form = useForm<{ password: string | null }>({ password: null });
  const submit = async ({ password }: { password: string | null }): Promise<Problem | null> => {
    const edit = { personId: person.personId, password: password ?? '' };
    const problem = await administer((api) => api.sync.changeColleague(edit), t('sync.company.passwordSet', { name: person.name }));
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormModal title={t('sync.company.passwordOf', { name: person.name })} width={480} onClose={onClose}>
      <p>{t('sync.company.passwordText')}</p>
      <Form form={form} onSubmit={submit} submitLabel={t('sync.company.password')} label={t('sync.company.password')}>
        <PasswordField name="password" label={t('sync.connect.password')} hint={t('sync.company.passwordHint')} fresh required autoFocus />
      </Form>
    </FormModal>
  );
};

type Confirming = { title: string; text: string; confirm: string; onConfirm: () => Promise<Problem | null>; onClose: () => void };

const Confirm = ({ title, text, confirm, onConfirm, onClose }: Confirming) => {
  const { t } = useTranslation();
  const toast = useToast();
  const go = async (): Promise<void> => {
    const problem = await onConfirm();
    if (problem !== null) toast.failed(problemText(t, problem));
    onClose();
  };
  return (
    <Ask title={title} text={text} onClose={onClose}>
      <Button danger type="primary" onClick={() => void go()}>
        {confirm}
      </Button>
      <Button autoFocus onClick={onClose}>
        {t('common.action.cancel')}
      </Button>
    </Ask>
  );
};

export const SuspendDialog = ({ person, onClose }: { person: Colleague; onClose: () => void }) => {
  const { t } = useTranslation();
  const administer = useAdminister();
  return (
    <Confirm
      title={t('sync.company.suspendOf', { name: person.name })}
      text={t('sync.company.suspendText')}
      confirm={t('sync.company.suspend')}
      onConfirm={() =>
        administer(
          (api) => api.sync.changeColleague({ personId: person.personId, active: false }),
          t('sync.company.suspendDone', { name: person.name }),
        )
      }
      onClose={onClose}
    />
  );
};

export const RevokeDialog = ({ device, name, onClose }: { device: CompanyDevice; name: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const administer = useAdminister();
  return (
    <Confirm
      title={t('sync.company.revokeOf', { name })}
      text={t('sync.company.revokeText')}
      confirm={t('sync.company.revoke')}
      onConfirm={() => administer((api) => api.sync.revokeDevice({ deviceId: device.deviceId }), t('sync.company.revokeDone', { name }))}
      onClose={onClose}
    />
  );
};
