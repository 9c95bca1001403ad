import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLook } from '../../app/look.ts';
import { languages, type Language } from '../../i18n/languages.ts';
import styles from './vault.module.css';

type Props = { title: string; text?: string; children: ReactNode };

/** The one card of every screen before the file is open, with the language switch. */
export const Panel = ({ title, text, children }: Props) => {
  const { t } = useTranslation();
  const { language, setLanguage } = useLook();
  const options = languages.map((value) => ({ value, label: value === 'zh-CN' ? '中文' : 'English' }));
  return (
    <section className={styles['panel']}>
      <div className={`${styles['head']} ${styles['noPrint']}`}>
        <p className={styles['brand']}>
          六步<small>Liubu</small>
        </p>
        <Segmented<Language> size="small" aria-label={t('nav.language')} value={language} options={options} onChange={setLanguage} />
      </div>
      <h1 className={styles['title']}>{title}</h1>
      {text === undefined ? null : <p className={styles['text']}>{text}</p>}
      {children}
    </section>
  );
};
