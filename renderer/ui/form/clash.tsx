import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import styles from './form.module.css';
import type { FieldName } from './use-form.ts';

/** One field that somebody else changed while this form was open. */
export type Clash = { name: FieldName; theirs: Problem['facts'][string]; rev: number; byName: string | null };

/** What a clash needs of its form; `decide` keeps mine or takes theirs, and goes on saving. */
export type ClashState = { clash: Clash | null; decide: (mine: boolean) => void };

export const clashOf = ({ code, field, facts }: Problem, name: FieldName | null): Clash | null => {
  const { rev, theirs, byName } = facts;
  if (code !== 'conflict' || field === null || typeof rev !== 'number') return null;
  return { name: name ?? field, theirs: theirs ?? null, rev, byName: typeof byName === 'string' ? byName : null };
};

type Props = { clash: Clash; shown: string; decide: (mine: boolean) => void };

/** Both values at the field: mine stands in it, theirs is said here. Nothing is lost before somebody chose. */
export const ClashLine = ({ clash, shown, decide }: Props) => {
  const { t } = useTranslation();
  const name = clash.byName ?? t('common.clash.somebody');
  return (
    <span className={styles['clash']}>
      <span>{shown === '' ? t('common.clash.emptied', { name }) : t('common.clash.changed', { name, theirs: shown })}</span>
      <Button size="small" onClick={() => decide(true)}>
        {t('common.clash.mine')}
      </Button>
      <Button size="small" onClick={() => decide(false)}>
        {t('common.clash.theirs')}
      </Button>
    </span>
  );
};
