import { useQuery } from '@tanstack/react-query';
import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitsVersion } from '../../../shared/people/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { RefusedDocument } from '../../app/sync/refused-document.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { LimitsDialog } from './limits-dialog.tsx';
import { approvingRoles, movedBy } from './limits-view.ts';
import styles from './people.module.css';

type VersionProps = { version: LimitsVersion; before: LimitsVersion | undefined };

/** One version: from when and why, and each role's limit, with the one before where it moved. */
const Version = ({ version, before }: VersionProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, publishedAt, reason, limitsFen } = version;
  const moved = movedBy(version, before);
  return (
    <>
      <p className={styles['second']}>
        {from === null
          ? t('people.limits.builtIn')
          : t(`people.limits.since.${version.state}`, { from: format.date(from), at: format.instant(publishedAt) })}
        {reason === null ? '' : t('people.limits.because', { reason })}
      </p>
      <dl className={styles['limits']}>
        {approvingRoles.map((role) => (
          <div key={role}>
            <dt>{t(`people.role.${role}`)}</dt>
            <dd className="tabular">
              {moved.includes(role) ? (
                <span className={styles['second']}>
                  {t('people.limits.before', { amount: format.money(before?.limitsFen[role] ?? 0) })}{' '}
                </span>
              ) : null}
              {format.money(limitsFen[role] ?? 0)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};

/** 审批权限: up to which amount each role approves alone, since when and why; the administrator publishes the next version. */
export const LimitsCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data } = useQuery(queries.people.limits.queryOptions());
  const [changing, setChanging] = useState(false);
  const versions = data?.versions ?? [];
  const at = versions.findIndex(({ state }) => state === 'in-force');
  const [newest, now] = [versions[0], versions[at]];
  if (data === undefined || newest === undefined || now === undefined) return null;
  const nameOf = ({ version }: LimitsVersion): string =>
    version === 0 ? t('people.limits.builtInName') : t('people.limits.companyName', { version });
  const older = versions.slice(at + 1);
  return (
    <Card
      title={t('people.limits.title')}
      note={nameOf(now)}
      extra={data.mayPublish ? <Button onClick={() => setChanging(true)}>{t('people.limits.change.title')}</Button> : null}
    >
      <RefusedDocument kind="authority-limits" />
      <Version version={now} before={versions[at + 1]} />
      {versions.slice(0, at).map((version, index) => (
        <section key={version.version} aria-label={nameOf(version)}>
          <strong>{nameOf(version)}</strong>
          <Version version={version} before={versions[index + 1]} />
        </section>
      ))}
      <p className={styles['second']}>{t('people.limits.others')}</p>
      {data.mayPublish ? null : <p className={styles['second']}>{t(`people.limits.${data.forCompany ? 'readOnly' : 'alone'}`)}</p>}
      {older.length === 0 ? null : (
        <Collapse
          ghost
          size="small"
          items={older.map((version, index) => ({
            key: String(version.version),
            label: nameOf(version),
            children: <Version version={version} before={older[index + 1]} />,
          }))}
        />
      )}
      {changing ? <LimitsDialog newest={newest} now={now} today={data.today} onClose={() => setChanging(false)} /> : null}
    </Card>
  );
};
