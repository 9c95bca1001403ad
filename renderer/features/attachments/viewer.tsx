import {
  CompressOutlined,
  DownloadOutlined,
  EditOutlined,
  LeftOutlined,
  RightOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/attachments/model.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { saveFile } from '../../ui/files/save-file.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { restingView, sizeWords, turned, zoomed, type View } from './attachment-view.ts';
import styles from './attachments.module.css';
import { quarterOf } from './edit-view.ts';
import { PictureEditor } from './picture-editor.tsx';
import { Picture } from './picture.tsx';
import { useObjectSource } from '../../ui/files/use-object-source.ts';

type Act = 'left' | 'right' | 'in' | 'out' | 'fit' | 'previous' | 'next' | 'edit';

const actOfKey: Readonly<Record<string, Act>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'fit',
  PageUp: 'previous',
  PageDown: 'next',
  p: 'previous',
  n: 'next',
  e: 'edit',
};

const viewActs: Partial<Record<Act, (view: View) => View>> = {
  left: (view) => turned(view, -1),
  right: (view) => turned(view, 1),
  in: (view) => zoomed(view, 1),
  out: (view) => zoomed(view, -1),
  fit: ({ turns }) => ({ ...restingView, turns }),
};

/** The original lives in memory only while the viewer shows it. */
const useOriginal = (id: string) => {
  const { api } = useCore();
  return useQuery({
    queryKey: ['attachment-original', id],
    queryFn: () => api.attachments.read({ attachmentId: id }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
};

const Sound = ({ file, name }: { file: File; name: string }) => (
  <audio ref={useObjectSource(file)} className={styles['sound']} controls aria-label={name} />
);

const Content = ({
  row,
  file,
  view,
  onView,
}: {
  row: Attachment;
  file: File;
  view: View;
  onView: (change: (view: View) => View) => void;
}) => {
  const { t } = useTranslation();
  if (row.kind === 'sound') return <Sound file={file} name={row.name} />;
  if (row.kind === 'pdf') return <p className={styles['facts']}>{t('attachments.viewer.pdf')}</p>;
  return <Picture key={row.id} file={file} name={row.name} view={view} onView={onView} />;
};

const Tool = ({
  act,
  icon,
  keys,
  disabled,
  onAct,
}: {
  act: Act;
  icon: ReactNode;
  keys: string;
  disabled: boolean;
  onAct: (act: Act) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Tooltip title={`${t(`attachments.viewer.${act}`)} ${keys}`}>
      <Button icon={icon} aria-label={t(`attachments.viewer.${act}`)} disabled={disabled} onClick={() => onAct(act)} />
    </Tooltip>
  );
};

/** Keys of the viewer, wherever the focus stands: a button that has become useless lets it go. */
const ViewerKeys = ({ onAct }: { onAct: (act: Act) => void }) => {
  const latest = useRef(onAct);
  useEffect(() => {
    latest.current = onAct;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = actOfKey[event.key];
      const player = event.target instanceof HTMLAudioElement && act !== 'next' && act !== 'previous';
      if (act === undefined || event.ctrlKey || event.altKey || player) return;
      event.preventDefault();
      latest.current(act);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
};

type Props = { rows: readonly Attachment[]; at: number; readOnly: boolean; onMove: (at: number) => void; onClose: () => void };

/** Looks at one attachment after the other: turn, zoom, move; sound is played, a PDF can be saved as a copy. */
export const Viewer = ({ rows, at, readOnly, onMove, onClose }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const row = rows[at];
  const { data: file, error, refetch } = useOriginal(row?.id ?? '');
  const [held, setHeld] = useState({ id: '', view: restingView });
  const [editing, setEditing] = useState('');
  if (row === undefined) return null;
  const viewNow = ({ id, view }: typeof held): View => (id === row.id ? view : restingView);
  const setView = (change: (view: View) => View): void => setHeld((now) => ({ id: row.id, view: change(viewNow(now)) }));
  const still = row.kind === 'sound' || row.kind === 'pdf';
  const act = (what: Act): void => {
    const step = what === 'next' ? 1 : what === 'previous' ? -1 : 0;
    if (what === 'edit') setEditing(readOnly || still ? '' : row.id);
    else if (step !== 0) onMove(Math.min(rows.length - 1, Math.max(0, at + step)));
    else if (!still) setView(viewActs[what] ?? ((now) => now));
  };
  const facts = [
    t(`attachments.subject.${row.subject}`),
    row.derivation === null
      ? t(`attachments.kind.${row.kind}`)
      : t('attachments.derivation.of', { how: t(`attachments.derivation.${row.derivation}`) }),
    sizeWords(row.bytes ?? 0),
    format.instant(row.takenAt),
    `${at + 1} / ${rows.length}`,
  ];
  const tool = { onAct: act };
  const editor = editing === row.id && file !== undefined;
  return (
    <Dialog title={row.name} width="min(1180px, 94vw)" style={{ top: 24 }} onClose={onClose}>
      {editor ? (
        <PictureEditor row={row} file={file} turns={quarterOf(viewNow(held).turns)} onLeave={() => setEditing('')} />
      ) : (
        <ViewerKeys onAct={act} />
      )}
      <div className={styles['tools']} role="toolbar" aria-label={t('attachments.viewer.tools')} hidden={editor}>
        <Tool act="previous" icon={<LeftOutlined aria-hidden />} keys="PgUp" disabled={at === 0} {...tool} />
        <Tool act="next" icon={<RightOutlined aria-hidden />} keys="PgDn" disabled={at === rows.length - 1} {...tool} />
        <Tool act="left" icon={<RotateLeftOutlined aria-hidden />} keys="←" disabled={still} {...tool} />
        <Tool act="right" icon={<RotateRightOutlined aria-hidden />} keys="→" disabled={still} {...tool} />
        <Tool act="out" icon={<ZoomOutOutlined aria-hidden />} keys="−" disabled={still} {...tool} />
        <Tool act="in" icon={<ZoomInOutlined aria-hidden />} keys="+" disabled={still} {...tool} />
        <Tool act="fit" icon={<CompressOutlined aria-hidden />} keys="0" disabled={still} {...tool} />
        {readOnly ? null : (
          <Tool act="edit" icon={<EditOutlined aria-hidden />} keys="E" disabled={still || file === undefined} {...tool} />
        )}
        <span className={`${styles['second']} tabular`}>{facts.join(' · ')}</span>
        <Tooltip title={t('attachments.viewer.copyNote')}>
          <Button
            className={styles['copy'] ?? ''}
            icon={<DownloadOutlined aria-hidden />}
            autoFocus
            disabled={file === undefined}
            onClick={() => (file === undefined ? undefined : saveFile(file))}
          >
            {t('attachments.viewer.copy')}
          </Button>
        </Tooltip>
      </div>
      {error === null ? null : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />}
      {file === undefined ? (
        error === null ? (
          <LoadingState />
        ) : null
      ) : editor ? null : (
        <Content row={row} file={file} view={viewNow(held)} onView={setView} />
      )}
    </Dialog>
  );
};
