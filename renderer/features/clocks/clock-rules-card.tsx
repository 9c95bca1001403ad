import { useQuery } from '@tanstack/react-query';
import { Button, Collapse } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleVersion } from '../../../shared/clocks/contract.ts';
import type { ClockLimits } from '../../../shared/clocks/limits.ts';
import { useCore } from '../../app/core-context.ts';
import { RefusedDocument } from '../../app/sync/refused-document.tsx';
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

/** Whose version it is, since when it counts, who made it and why. */
const Origin = ({ version }: { version: RuleVersion }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, ownerName: owner, byName: name, reason, publishedVersion, countsFrom } = version;
  // The built-in version has no day: there is nothing to write out.
  if (at === null || countsFrom === null) return <p className={styles['second']}>{t('clocks.rules.builtIn')}</p>;
  const facts = {
    owner,
    name: name ?? '—',
    at: format.instant(at),
    reason,
    version: publishedVersion,
    from: format.instant(countsFrom),
  };
  const key = publishedVersion === null ? 'by' : 'byCompany';
  return <p className={styles['second']}>{t(`clocks.rules.${key}`, facts)}</p>;
};

/** The company counts its own versions: everybody calls one version by one number. */
const versionName = (t: TFunction, { version, publishedVersion, at }: RuleVersion): string => {
  if (at === null) return t('clocks.rules.builtInName');
  return publishedVersion === null ? t('clocks.rules.note', { version }) : t('clocks.rules.companyNote', { version: publishedVersion });
};

/** What one reads before the limits: which version rules, for whom a change counts, who makes it. */
const lead = (t: TFunction, { mayChange, forCompany }: { mayChange: boolean; forCompany: boolean }): string => {
  if (forCompany) return t(mayChange ? 'clocks.rules.companyApplies' : 'clocks.rules.companyReadOnly');
  return t(mayChange ? 'clocks.rules.applies' : 'clocks.rules.readOnly');
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
      label: versionName(t, version),
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
      note={versionName(t, newest)}
      extra={data?.mayChange ? <Button onClick={() => setChanging(true)}>{t('clocks.rules.change')}</Button> : null}
    >
      <RefusedDocument kind="clocks" />
      <Origin version={newest} />
      <p className={styles['second']}>{data === undefined ? '' : lead(t, data)}</p>
      <Collapse ghost size="small" items={folds} />
      {changing ? <ChangeRulesDialog newest={newest} forCompany={data?.forCompany === true} onClose={() => setChanging(false)} /> : null}
    </Card>
  );
};
