import { useMutation, useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';

/**
 * What each person may see and do is part of nearly every answer, so another one starts without the answers to the person before:
 * a key of theirs must not meet somebody else's rights. The frame stays.
 */
const startAfresh = async (client: QueryClient): Promise<void> => {
  const ofFrame = ({ queryKey: [path] }: Query): boolean => Array.isArray(path) && (path[0] === 'vault' || path[0] === 'people');
  const others = { predicate: (query: Query): boolean => !ofFrame(query) };
  await Promise.all([client.resetQueries(others), client.invalidateQueries({ predicate: ofFrame })]);
};

/** Who works here now, and the other profiles of this machine. */
export const PersonSwitch = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const toast = useToast();
  const { data: me } = useQuery(queries.people.me.queryOptions());
  const { data: people = [] } = useQuery(queries.people.list.queryOptions());
  const switchTo = useMutation({
    ...queries.people.switchTo.mutationOptions(),
    onSuccess: () => startAfresh(client),
    onError: (error) => toast.failed(failureOf(t, error).text),
  });
  if (me === undefined) return null;
  const name = (person: { name: string; role: string }): string => `${person.name} · ${t(`people.role.${person.role}`)}`;
  const items = people.filter((person) => person.active !== false).map((person) => ({ key: person.id, label: name(person) }));
  const menu = {
    items,
    selectable: true,
    selectedKeys: [me.person.id],
    // Whoever sits here already goes on; starting afresh would close what they just opened.
    onClick: ({ key }: { key: string }) => (key === me.person.id ? undefined : switchTo.mutate({ personId: key })),
  };
  return (
    <Dropdown menu={menu} trigger={['click']} autoFocus>
      <Button type="text" aria-label={t('people.switch.label', { name: name(me.person) })}>
        {name(me.person)}
      </Button>
    </Dropdown>
  );
};
