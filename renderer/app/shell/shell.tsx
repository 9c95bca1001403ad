import { useLocation, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SyncNotice } from '../../features/sync/sync-notice.tsx';
import { RegisterCase } from '../../features/cases/register-case.tsx';
import { ShortcutSheet } from '../../ui/shortcuts/shortcut-sheet.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { ContactEditorProvider, type ContactStart, type OpenContactEditor } from '../contact-editor.ts';
import { DisclosureProvider, type DisclosureStart } from '../disclosure-opener.ts';
import { useGo } from '../go.ts';
import { RegisterCaseProvider } from '../register-case.ts';
import { useLock } from '../window-context.ts';
import { CommandPalette } from './command-palette.tsx';
import { ClockWarning, FootLine } from './foot-line.tsx';
import { useIdleLock } from './idle-lock.ts';
import styles from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';

const ContactEditor = lazy(async () => ({ default: (await import('../../features/contacts/contact-editor.tsx')).ContactEditor }));
const DisclosureDialog = lazy(async () => ({
  default: (await import('../../features/disclosures/disclosure-dialog.tsx')).DisclosureDialog,
}));

type Overlay = 'palette' | 'sheet' | 'register' | null;

const useShellShortcuts = (show: (overlay: Overlay) => void, openContact: OpenContactEditor): void => {
  const { t } = useTranslation();
  const lock = useLock();
  const go = useGo();
  useShortcut({ combo: 'ctrl+n', label: t('nav.contact'), run: () => openContact() });
  useShortcut({ combo: 'ctrl+shift+n', label: t('nav.newCase'), run: () => show('register') });
  useShortcut({ combo: 'ctrl+k', label: t('nav.palette'), run: () => show('palette') });
  useShortcut({ combo: 'ctrl+l', label: t('nav.lock'), run: () => void lock() });
  useShortcut({ combo: 'alt+s', label: t('nav.goTo', { page: t('nav.page.sync') }), run: () => go.sync() });
  useShortcut({ combo: '?', label: t('common.shortcut.sheet'), run: () => show('sheet') });
};

/** Another page begins at its top, wherever the one before was scrolled to. */
const useTopOfPage = () => {
  const main = useRef<HTMLElement>(null);
  const page = useLocation({ select: ({ pathname }) => pathname });
  useLayoutEffect(() => {
    void main.current?.scrollTo({ top: 0 });
  }, [page]);
  return main;
};

/** The page that is drawn, not the one that is still on its way. It gives the window its title. */
const usePageName = (): string => {
  const { t } = useTranslation();
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData.page ?? null });
  const name = t(page === null ? 'nav.notFound.title' : `nav.page.${page}`);
  useEffect(() => {
    document.title = `${name} · 六步 Liubu`;
    return () => {
      document.title = '六步 Liubu';
    };
  }, [name]);
  return name;
};

/** The frame of every page while the vault is open: navigation, top bar, footer, and what opens over any page. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const go = useGo();
  const page = usePageName();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [contact, setContact] = useState<ContactStart | null>(null);
  const [told, setTold] = useState<DisclosureStart | null>(null);
  const openContact = useCallback((start: ContactStart = {}) => setContact(start), []);
  const openRegister = useCallback(() => setOverlay('register'), []);
  const close = (): void => setOverlay(null);
  const main = useTopOfPage();
  useIdleLock();
  useShellShortcuts(setOverlay, openContact);
  return (
    <ContactEditorProvider value={openContact}>
      <RegisterCaseProvider value={openRegister}>
        <DisclosureProvider value={setTold}>
          <div className={styles['shell']}>
            <SideNav />
            <div className={styles['bars']}>
              <TopBar />
              <ClockWarning />
              <SyncNotice />
            </div>
            <main ref={main} className={styles['main']} aria-label={page}>
              <Suspense fallback={<LoadingState />}>{children}</Suspense>
            </main>
            <FootLine />
          </div>
          {overlay === 'sheet' ? <ShortcutSheet onClose={close} /> : null}
          {overlay === 'palette' ? <CommandPalette onClose={close} /> : null}
          {overlay === 'register' ? <RegisterCase onClose={close} onDone={(id) => go.case(id)} /> : null}
          <Suspense fallback={null}>
            {contact === null ? null : <ContactEditor start={contact} onClose={() => setContact(null)} />}
            {told === null ? null : (
              <DisclosureDialog key={told.disclosureId} start={told} onShow={setTold} onClose={() => setTold(null)} />
            )}
          </Suspense>
        </DisclosureProvider>
      </RegisterCaseProvider>
    </ContactEditorProvider>
  );
};
