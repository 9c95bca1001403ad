import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DocumentLine, DocumentVersion } from '../../../shared/documents/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './documents.module.css';

export type DocumentActs = {
  onPrint: (line: DocumentLine) => void;
  onReveal: (line: DocumentLine) => void;
  onAgain: (line: DocumentLine, version: DocumentVersion) => void;
};

const Versions = ({ line, onAgain }: { line: DocumentLine } & Pick<DocumentActs, 'onAgain'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles['versions']}>
      {line.versions.map((one) => (
        <li key={one.id}>
          <span className="tabular">
            {t('documents.list.version', {
              version: one.version,
              checkCode: one.checkCode,
              at: format.instantInWords(one.madeAt),
              by: one.byName ?? '',
            })}
            {one.wordingVersion ? ` · ${t('documents.list.wording', { version: one.wordingVersion })}` : ''}
          </span>
          <Button type="link" size="small" onClick={() => onAgain(line, one)}>
            {t('documents.list.again')}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** One paper: print it, or read why not yet; what was printed before can be printed again as it was. */
export const DocumentRow = ({ line, onPrint, onReveal, onAgain }: { line: DocumentLine } & DocumentActs) => {
  const { t } = useTranslation();
  const name = t(`documents.kind.${line.kind}`);
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <span className={line.gap === null ? '' : styles['off']}>{name}</span>
        <Tag color={line.addressee === 'own' ? 'default' : 'processing'}>{t(`documents.addressee.${line.addressee}`)}</Tag>
        {line.subject === null ? null : <span className={styles['second']}>{line.subject}</span>}
        {line.gap === null ? null : <span className={styles['second']}>{t(`documents.gap.${line.gap}`)}</span>}
      </div>
      <div className={styles['acts']}>
        {line.mayShowIdNumber && line.gap === null ? (
          <Button size="small" onClick={() => onReveal(line)}>
            {t('documents.list.withIdNumber')}
          </Button>
        ) : null}
        <Button size="small" disabled={line.gap !== null} aria-label={t('documents.list.printOne', { name })} onClick={() => onPrint(line)}>
          {t('documents.list.print')}
        </Button>
      </div>
      {line.versions.length === 0 ? null : <Versions line={line} onAgain={onAgain} />}
    </li>
  );
};
