import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useObjectSource } from '../../ui/files/use-object-source.ts';
import { sentFileOf } from './sync-view.ts';
import styles from './sync.module.css';

type Wanted = { caseId: string; sha256: string };

/** Asked of the hub each time the list is opened: it may have arrived since. */
const useSent = ({ caseId, sha256 }: Wanted) => {
  const { api } = useCore();
  return useQuery({ queryKey: ['sent-file', caseId, sha256], queryFn: () => api.sync.inboxFile({ caseId, sha256 }), retry: false });
};

const Picture = ({ file, alt, name }: { file: File; alt: string; name: string }) => (
  <img ref={useObjectSource(file)} alt={alt} className={styles[name]} />
);

const Whole = ({ wanted, name, onClose }: { wanted: Wanted; name: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const { data: file } = useSent(wanted);
  return (
    <Dialog title={name} width="80vw" onClose={onClose}>
      {file ? <Picture file={file} alt={name} name="whole-picture" /> : <p role="status">{t(`sync.inbox.file.${waitOf(file)}`)}</p>}
    </Dialog>
  );
};

const waitOf = (file: File | null | undefined) => (file === undefined ? 'asked' : 'onTheWay');

/** The picture of a line that waits: whoever decides sees what they take in. */
export const SentFile = ({ caseId, values }: { caseId: string; values: Record<string, unknown> }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { small, original, name } = sentFileOf(values);
  const { data: file } = useSent({ caseId, sha256: small ?? original });
  if (!file) return <p className={styles['second']}>{t(`sync.inbox.file.${waitOf(file)}`)}</p>;
  return (
    <>
      <button type="button" className={styles['sent']} onClick={() => setOpen(true)}>
        <Picture file={file} alt={t('sync.inbox.file.open', { name })} name="small" />
      </button>
      {open ? <Whole wanted={{ caseId, sha256: original }} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
