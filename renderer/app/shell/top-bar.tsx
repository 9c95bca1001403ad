import { LockOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { PersonSwitch } from '../../features/people/person-switch.tsx';
import { SearchBox } from '../../features/search/search-box.tsx';
import { languages, type Language } from '../../i18n/languages.ts';
import { useContactEditor } from '../contact-editor.ts';
import { useKeepLanguage } from '../keep-look.ts';
import { useLook } from '../look.ts';
import { SyncSummary } from '../sync/sync-summary.tsx';
import { useLock } from '../window-context.ts';
import { useGo } from '../go.ts';
import styles from './shell.module.css';

const LanguageSwitch = () => {
  const { t } = useTranslation();
  const { language } = useLook();
  const keepLanguage = useKeepLanguage();
  const options = languages.map((value) => ({ value, label: value === 'zh-CN' ? '中' : 'EN' }));
  return <Segmented<Language> size="small" aria-label={t('nav.language')} value={language} options={options} onChange={keepLanguage} />;
};

export const TopBar = () => {
  const { t } = useTranslation();
  const openContact = useContactEditor();
  const lock = useLock();
  const go = useGo();
  return (
    <header className={styles['top']}>
      <div className={styles['search']}>
        <SearchBox onOpen={(caseId) => go.case(caseId)} />
      </div>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => openContact()}>
        {t('nav.contact')} <kbd>Ctrl N</kbd>
      </Button>
      <div className={styles['right']}>
        <SyncSummary />
        <PersonSwitch />
        <LanguageSwitch />
        <Tooltip title="Ctrl L">
          <Button icon={<LockOutlined aria-hidden />} onClick={() => void lock()}>
            {t('nav.lock')}
          </Button>
        </Tooltip>
      </div>
    </header>
  );
};
