import { AudioOutlined, FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/attachments/model.ts';
import type { ContentPlace } from '../../app/sync/use-places.ts';
import { useCore } from '../../app/core-context.ts';
import styles from './attachments.module.css';
import { useObjectSource } from '../../ui/files/use-object-source.ts';

/** The small picture never changes, so it is asked for once; its key stands outside the slugs that a change refreshes. */
const useThumbnail = ({ id, thumbnailSha256 }: Attachment): File | null => {
  const { api } = useCore();
  const { data } = useQuery({
    queryKey: ['attachment-thumbnail', id],
    queryFn: () => api.attachments.thumbnail({ attachmentId: id }),
    enabled: thumbnailSha256 !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
};

const Small = ({ file }: { file: File }) => <img ref={useObjectSource(file)} alt="" className={styles['small']} />;

const icons = { photo: FileImageOutlined, scan: FileImageOutlined, sound: AudioOutlined, pdf: FilePdfOutlined } as const;

/** One attachment as a small picture or an icon; opens the viewer. */
export const Tile = ({ row, place, onOpen }: { row: Attachment; place: ContentPlace | null; onOpen: () => void }) => {
  const { t } = useTranslation();
  const file = useThumbnail(row);
  const Icon = icons[row.kind];
  const opens = t('attachments.tile.open', { name: row.name, subject: t(`attachments.subject.${row.subject}`) });
  const words = place === null ? opens : `${opens} · ${t(`sync.place.${place}`)}`;
  return (
    <button type="button" className={styles['tile']} onClick={onOpen} title={words}>
      <span className="visually-hidden">{opens}</span>
      {file === null ? <Icon className={styles['icon'] ?? ''} /> : <Small file={file} />}
      <span aria-hidden className={styles['name']}>
        {row.name}
      </span>
      {place === null ? null : <span className={styles['place']}>{t(`sync.place.${place}`)}</span>}
    </button>
  );
};
