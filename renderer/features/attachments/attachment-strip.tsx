import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Upload } from 'antd';
import { useEffect, useRef, useState, type DragEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentSubjects, type Attachment } from '../../../shared/attachments/model.ts';
import { shownAttachments } from './attachment-view.ts';
import { usePlaces } from '../../app/sync/use-places.ts';
import styles from './attachments.module.css';
import { Tile } from './tile.tsx';
import { UploadReport } from './upload-report.tsx';
import { useUploads } from './use-uploads.ts';
import { Viewer } from './viewer.tsx';

type Subject = Attachment['subject'];

type Props = {
  caseId: string;
  partyId: string | null;
  logId?: string | null;
  /** The paper of the checklist that the files show. */
  paperId?: string | null;
  /** What the files are of; without it the person chooses. */
  subject?: Subject;
  attachments: readonly Attachment[];
  readOnly: boolean;
};

const accepted = 'image/*,.heic,.heif,.pdf,application/pdf,audio/*,.m4a,.opus';

/** With several strips on the screen the one under the pointer or with the focus is meant, else the first. */
const isMeant = (strip: Element | null): boolean => {
  const strips = [...document.querySelectorAll('[data-attachment-strip=open]')];
  return strip !== null && strip === (strips.find((one) => one.matches(':hover, :focus-within')) ?? strips[0]);
};

/** Files in the clipboard belong to a strip on the screen; text goes where the caret is. */
const usePaste = (strip: RefObject<HTMLElement | null>, onFiles: ((files: File[]) => void) | null): void => {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || latest.current === null || event.defaultPrevented || !isMeant(strip.current)) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [strip]);
};

/** Takes dropped files; `over` is true while something is held above. */
const useDrop = (onFiles: ((files: File[]) => void) | null) => {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (onFiles === null || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (onFiles === null || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { over, handlers };
};

/** 附件: small pictures of what is there, and a place to drop, choose or paste more. */
export const AttachmentStrip = ({ caseId, partyId, logId = null, paperId = null, subject, attachments, readOnly }: Props) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Subject>('other');
  const [open, setOpen] = useState<number | null>(null);
  const { uploads, add, retry, dismiss } = useUploads({ caseId, partyId, logId, paperId });
  const rows = shownAttachments(attachments);
  const placeOf = usePlaces(caseId, rows.length > 0);
  const take = readOnly ? null : (files: File[]): void => add(files, subject ?? chosen);
  const { over, handlers } = useDrop(take);
  const opener = useRef<Element | null>(null);
  const section = useRef<HTMLElement>(null);
  usePaste(section, take);
  const show = (i: number): void => {
    opener.current = document.activeElement;
    setOpen(i);
  };
  /** The focus goes back to the picture the viewer was opened from. */
  const hide = (): void => {
    setOpen(null);
    const { current } = opener;
    setTimeout(() => (current instanceof HTMLElement ? current.focus() : undefined));
  };
  const subjects = attachmentSubjects.map((value) => ({ value, label: t(`attachments.subject.${value}`) }));
  return (
    <section
      ref={section}
      data-attachment-strip={readOnly ? 'closed' : 'open'}
      className={`${styles['strip']} ${over ? styles['over'] : ''}`}
      aria-label={t('attachments.strip.label')}
      {...handlers}
    >
      {readOnly ? null : (
        <div className={styles['add']}>
          {subject === undefined ? (
            <Select<Subject>
              size="small"
              aria-label={t('attachments.strip.subject')}
              value={chosen}
              options={subjects}
              popupMatchSelectWidth={false}
              onChange={setChosen}
            />
          ) : null}
          <Upload
            accept={accepted}
            multiple
            showUploadList={false}
            beforeUpload={(file, batch) => {
              // Called once per file; the batch is taken as a whole with its first.
              if (file === batch[0]) take?.(batch);
              return false;
            }}
          >
            <Button size="small" icon={<PlusOutlined aria-hidden />}>
              {t('attachments.strip.add')}
            </Button>
          </Upload>
          <span className={styles['second']}>{t('attachments.strip.hint')}</span>
        </div>
      )}
      <UploadReport uploads={uploads} onRetry={retry} onDismiss={dismiss} />
      {rows.length === 0 ? <p className={styles['second']}>{t('attachments.strip.none')}</p> : null}
      <div className={styles['tiles']}>
        {rows.map((row, i) => (
          <Tile key={row.id} row={row} place={placeOf(row.id)} onOpen={() => show(i)} />
        ))}
      </div>
      {open === null ? null : <Viewer rows={rows} at={open} readOnly={readOnly} onMove={setOpen} onClose={hide} />}
    </section>
  );
};
