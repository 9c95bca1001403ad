import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../shared/cases/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useEdited } from '../../ui/form/edited.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import styles from './case-file.module.css';

type Heard = Pick<
  Case,
  'accidentAt' | 'accidentPlace' | 'accidentCause' | 'hospital' | 'injuredCount' | 'advanceNeeded' | 'accidentCourse' | 'hopes' | 'worries'
>;

const heardOf = (row: Case): Heard => ({
  accidentAt: row.accidentAt,
  accidentPlace: row.accidentPlace,
  accidentCause: row.accidentCause,
  hospital: row.hospital,
  injuredCount: row.injuredCount,
  advanceNeeded: row.advanceNeeded,
  accidentCourse: row.accidentCourse,
  hopes: row.hopes,
  worries: row.worries,
});

/** The form of it; it keeps the state of the case it began from. */
const AccidentDialog = ({ row, onClose }: { row: Case; onClose: () => void }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [initial] = useState(() => heardOf(row));
  const edited = useEdited(row.rev, initial);
  const label = (name: keyof Heard): { name: keyof Heard; label: string } => ({ name, label: t(`case-file.field.${name}`) });
  return (
    <RecordDialog<Heard>
      title={t('case-file.accident.edit')}
      width={760}
      initial={initial}
      edited={edited}
      draft={{ key: `accident:${row.id}`, caseId: row.id }}
      fields={[
        { ...label('accidentAt'), kind: 'instant' },
        { ...label('accidentPlace'), kind: 'text', max: 500 },
        { ...label('accidentCause'), kind: 'text', max: 500 },
        { ...label('hospital'), kind: 'text' },
        { ...label('injuredCount'), kind: 'integer', max: 500 },
        { ...label('advanceNeeded'), kind: 'yesNo' },
        { ...label('accidentCourse'), kind: 'long', max: 100_000, rows: 4 },
        { ...label('hopes'), kind: 'long' },
        { ...label('worries'), kind: 'long' },
      ]}
      saveLabel={t('case-file.accident.save')}
      onSave={(typed) => edited.save(typed, (seen, values) => attempt((api) => api.cases.edit({ caseId: row.id, seen, values })))}
      onClose={onClose}
    />
  );
};

/** What the first call brings: how it happened, who is hurt, what people hope for and worry about. */
export const AccidentPanel = ({ row, readOnly }: { row: Case; readOnly: boolean }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const label = (name: keyof Heard): { name: keyof Heard; label: string } => ({ name, label: t(`case-file.field.${name}`) });
  const yesNo = (value: boolean | null): string =>
    value === null ? t('case-file.accident.notAsked') : t(value ? 'common.answer.yes' : 'common.answer.no');
  const pairs: { name: keyof Heard; text: string | null; broad?: boolean }[] = [
    { name: 'accidentAt', text: row.accidentAt === null ? null : format.instant(row.accidentAt) },
    { name: 'accidentPlace', text: row.accidentPlace },
    { name: 'accidentCause', text: row.accidentCause },
    { name: 'hospital', text: row.hospital },
    { name: 'injuredCount', text: row.injuredCount === null ? null : String(row.injuredCount) },
    { name: 'advanceNeeded', text: yesNo(row.advanceNeeded) },
    { name: 'accidentCourse', text: row.accidentCourse, broad: true },
    { name: 'hopes', text: row.hopes, broad: true },
    { name: 'worries', text: row.worries, broad: true },
  ];
  return (
    <section aria-label={t('case-file.accident.title')}>
      <div className={styles['head']}>
        <strong>{t('case-file.accident.title')}</strong>
        {readOnly ? null : (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('case-file.accident.edit')}
          </Button>
        )}
      </div>
      <dl className={styles['pairs']}>
        {pairs.map((pair) => (
          <div key={pair.name} className={pair.broad === true ? styles['broad'] : undefined}>
            <dt>{label(pair.name).label}</dt>
            <dd>{pair.text ?? '—'}</dd>
          </div>
        ))}
      </dl>
      {editing ? <AccidentDialog row={row} onClose={() => setEditing(false)} /> : null}
    </section>
  );
};
