import { useQuery } from '@tanstack/react-query';
import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleVersion } from '../../../shared/clocks/contract.ts';
import type { ClockLimits } from '../../../shared/clocks/limits.ts';
import { useCore } from '../../app/core-context.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { ChangeRulesDialog } from './change-rules-dialog.tsx';
import { limitNames, unitOf } from './rule-fields.ts';
import styles from './clock-rules.module.css';

const Limits = ({ limits }: { limits: ClockLimits }) => {
  const { t } = useTranslation();
  return (
    <dl className={styles['limits']}>
      {limitNames.map((name) => {
        const unit = unitOf(name);
        return (
          <div key={name}>
            <dt>{t(`clocks.rules.field.${name}`)}</dt>
            <dd className="tabular">{unit === 'wall' ? limits[name] : t(`clocks.rules.${unit}`, { count: Number(limits[name]) })}</dd>
          </div>
        );
      })}
    </dl>
  );
};

/** Who made a version, when and why. */
const Origin = ({ version }: { version: RuleVersion }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, ownerName: owner, byName: name, reason } = version;
  return (
    <p className={styles['second']}>
      {at === null ? t('clocks.rules.builtIn') : t('clocks.rules.by', { owner, name: name ?? '—', at: format.instant(at), reason })}
    </p>
  );
};

/** 时限规则: a document with an owner and versions; whoever leads or administers makes the next one. */
export const ClockRulesCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data } = useQuery(queries.clocks.rules.queryOptions());
  const [changing, setChanging] = useState(false);
  const [newest, ...older] = data?.versions ?? [];
  if (newest === undefined) return null;
  const folds = [
    { key: 'limits', label: t('clocks.rules.limits'), children: <Limits limits={newest.limits} /> },
    ...older.map((version) => ({
      key: String(version.version),
      label: t('clocks.rules.note', { version: version.version }),
      children: (
        <>
          <Origin version={version} />
          <Limits limits={version.limits} />
        </>
      ),
    })),
  ];
  return (
    <Card
      title={t('clocks.rules.title')}
      note={t('clocks.rules.note', { version: newest.version })}
      extra={data?.mayChange ? <Button onClick={() => setChanging(true)}>{t('clocks.rules.change')}</Button> : null}
    >
      <Origin version={newest} />
      <p className={styles['second']}>{data?.mayChange ? t('clocks.rules.applies') : t('clocks.rules.readOnly')}</p>
      <Collapse ghost size="small" items={folds} />
      {changing ? <ChangeRulesDialog newest={newest} onClose={() => setChanging(false)} /> : null}
    </Card>
  );
};
