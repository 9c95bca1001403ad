import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { roles, type Role } from '../../../shared/people/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { Card } from '../../ui/card/card.tsx';
import { SelectField } from '../../ui/form/choice-fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './people.module.css';

type Values = { name: string | null; role: Role; branch: string | null };

const empty: Values = { name: null, role: 'surveyor', branch: null };

const AddPerson = () => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const form = useForm<Values>(empty);
  const submit = async ({ name, role, branch }: Values): Promise<Problem | null> => {
    const problem = await attempt((api) => api.people.add({ name: name ?? '', role, branch: branch ?? '' }));
    if (problem !== null) return problem;
    toast.done(t('people.add.done', { name }));
    form.reset(empty);
    return null;
  };
  return (
    <Form form={form} onSubmit={submit} submitLabel={t('people.add.submit')} label={t('people.add.title')}>
      <TextField name="name" label={t('people.field.name')} required />
      <SelectField
        name="role"
        label={t('people.field.role')}
        required
        choices={roles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
      />
      <TextField name="branch" label={t('people.field.branch')} />
    </Form>
  );
};

/** The profiles of this machine; with a hub they come from the hub, and only its administrator adds one. */
export const PeopleCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: people = [] } = useQuery(queries.people.list.queryOptions());
  const { data: me } = useQuery(queries.people.me.queryOptions());
  const { data: status } = useSyncStatus();
  const fromHub = status !== undefined && status.mode !== 'alone';
  return (
    <Card title={t('people.card.title')} note={t(fromHub ? 'people.card.fromHub' : 'people.card.note')}>
      <ul className={styles['people']}>
        {people.map((person) => (
          <li key={person.id} className={styles['person']}>
            <strong>{person.name}</strong>
            <span>{t(`people.role.${person.role}`)}</span>
            {person.branch === null ? null : <span className={styles['branch']}>{person.branch}</span>}
            {person.active === false ? <Tag>{t('people.card.left')}</Tag> : null}
            {person.id === me?.person.id ? <Tag color="processing">{t('people.card.me')}</Tag> : null}
          </li>
        ))}
      </ul>
      {status === undefined || fromHub ? null : <AddPerson />}
    </Card>
  );
};
