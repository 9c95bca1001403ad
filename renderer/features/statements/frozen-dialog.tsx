import { Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Statement } from '../../../shared/statements/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { DrawnLines } from '../../ui/form/signature-field.tsx';
import { StatedText } from './freeze-dialog.tsx';
import { shortHash } from './statement-view.ts';
import styles from './statements.module.css';

/** The frozen text as it was shown, with its signature, and whether both still belong together. */
export const FrozenDialog = ({ row, onClose }: { row: Statement; onClose: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { queries } = useCore();
  const { data: check } = useQuery(queries.statements.verify.queryOptions({ input: { caseId: row.caseId ?? '', statementId: row.id } }));
  return (
    <Dialog title={t('statements.frozen.title')} width={720} onClose={onClose}>
      <StatedText text={row.text} label={t('statements.freeze.text')} alone />
      <p>
        {check === undefined ? null : (
          <Tag color={check.broken === null ? 'success' : 'error'}>
            {t(check.broken === null ? 'statements.frozen.sound' : `statements.frozen.broken.${check.broken}`)}
          </Tag>
        )}
        <span className={styles['second']}>
          {[
            format.instant(row.frozenAt),
            t(`statements.signing.${row.signing}`),
            row.signedBy,
            t('statements.panel.hash', { hash: shortHash(row.textHash) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {row.refusal === null ? null : <p>{t('statements.frozen.refusal', { reason: row.refusal })}</p>}
      {row.signature === null ? null : (
        <DrawnLines drawn={row.signature} label={t('statements.frozen.signature', { name: row.signedBy ?? '' })} />
      )}
    </Dialog>
  );
};
