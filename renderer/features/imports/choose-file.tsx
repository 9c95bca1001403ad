import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './imports.module.css';

/** Spreadsheets by their endings and types; the core looks at the content, not at the name. */
const accepted = '.xlsx,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv';

/** Drop a list here, or choose one. */
export const ChooseFile = ({ onFile }: { onFile: (file: File) => void }) => {
  const { t } = useTranslation();
  return (
    <Upload.Dragger
      accept={accepted}
      multiple={false}
      showUploadList={false}
      hasControlInside
      beforeUpload={(file) => {
        onFile(file);
        return false;
      }}
    >
      <div className={styles['drop']}>
        <p className={styles['strong']}>{t('imports.choose.drop')}</p>
        <p className={styles['second']}>{t('imports.choose.kinds')}</p>
        <Button type="primary" autoFocus>
          {t('imports.choose.button')}
        </Button>
      </div>
    </Upload.Dragger>
  );
};

/** What a list should look like, in three lines, before anybody has one. */
export const ListHints = () => {
  const { t } = useTranslation();
  return (
    <ul className={styles['hints']}>
      {(['headings', 'columns', 'twice'] as const).map((hint) => (
        <li key={hint}>{t(`imports.hint.${hint}`)}</li>
      ))}
    </ul>
  );
};
