import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { FreezeDialog } from './freeze-dialog.tsx';
import { FrozenDialog } from './frozen-dialog.tsx';
import { frozenStatement, shortHash } from './statement-view.ts';
import styles from './statements.module.css';

type Props = { file: CaseFile; partyId: string; mayFreeze: boolean; /** Where a photo of the signed paper is added. */ papers: ReactNode };

/** Whether the first statement is frozen, and the one button that freezes or shows it. */
export const StatementPanel = ({ file, partyId, mayFreeze, papers }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const row = frozenStatement(file, partyId);
  const close = (): void => setOpen(false);
  return (
    <section className={styles['panel']} aria-label={t('statements.panel.title')}>
      <strong>{t('statements.panel.title')}</strong>
      <Tag color={row === null ? 'default' : 'success'}>{t(row === null ? 'statements.panel.open' : 'statements.panel.frozen')}</Tag>
      {row === null && !mayFreeze ? null : (
        <Button size="small" type={row === null ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {t(row === null ? 'statements.panel.freeze' : 'statements.panel.show')}
        </Button>
      )}
      <span className={styles['second']}>
        {row === null
          ? t('statements.panel.openWhy')
          : [
              format.instant(row.frozenAt),
              t(`statements.signing.${row.signing}`),
              row.signedBy,
              t('statements.panel.hash', { hash: shortHash(row.textHash) }),
            ]
              .filter(Boolean)
              .join(' · ')}
      </span>
      {open && row === null ? <FreezeDialog file={file} partyId={partyId} papers={papers} onClose={close} /> : null}
      {open && row !== null ? <FrozenDialog row={row} onClose={close} /> : null}
    </section>
  );
};
