import { useTranslation } from 'react-i18next';
import { BackupCard } from '../features/backups/backup-card.tsx';
import { ClockRulesCard } from '../features/clocks/clock-rules-card.tsx';
import { LimitsCard } from '../features/people/limits-card.tsx';
import { PeopleCard } from '../features/people/people-card.tsx';
import { PreferencesCard } from '../features/settings/preferences-card.tsx';
import { StandardsCard } from '../features/standards/standards-card.tsx';
import { CompanyCard } from '../features/sync/company-card.tsx';
import { ConnectionCard } from '../features/sync/connection-card.tsx';
import { PasscodeCard } from '../features/vault/passcode-card.tsx';
import { SystemUnlockCard } from '../features/vault/system-unlock-card.tsx';
import { SelfCheckCard } from '../features/vault/self-check-card.tsx';
import { WordingCard } from '../features/wording/wording-card.tsx';
import { Card } from '../ui/card/card.tsx';
import { ShortcutList } from '../ui/shortcuts/shortcut-sheet.tsx';
import styles from './settings-page.module.css';

/** Hub, people, preferences, passcode, backups, self-check, shortcuts: one card each. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  return (
    <>
      <h1 className="visually-hidden">{t('nav.page.settings')}</h1>
      <div className={styles['page']}>
        <ConnectionCard />
        <CompanyCard />
        <PeopleCard />
        <PreferencesCard />
        <LimitsCard />
        <ClockRulesCard />
        <WordingCard />
        <div className={styles['wide']}>
          <StandardsCard />
        </div>
        <PasscodeCard />
        <SystemUnlockCard />
        <BackupCard />
        <SelfCheckCard />
        <Card title={t('common.shortcut.sheet')}>
          <ShortcutList />
        </Card>
      </div>
    </>
  );
};
