import { DisconnectOutlined, SyncOutlined } from '@ant-design/icons';
import { Button, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { gravest, type SyncWord } from '../../../shared/sync/sync-word.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useGo } from '../go.ts';
import { useConnected } from '../window-context.ts';
import styles from './sync-summary.module.css';
import { SyncWordMark } from './sync-word.tsx';
import { useLastContact } from './use-last-contact.ts';
import { useSyncStatus } from './use-sync.ts';

type Open = { waiting: number; unsettled: number; clashing: number };

const wordsOf = ({ waiting, unsettled, clashing }: Open): SyncWord =>
  gravest([waiting > 0 ? 'waiting' : 'delivered', unsettled > 0 ? (clashing > 0 ? 'conflict' : 'returned') : 'delivered']);

/** Where the whole work stands, in one word with its count; a click opens the sync centre. */
export const SyncSummary = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const connected = useConnected();
  const { data: status } = useSyncStatus();
  const seen = useLastContact(status?.lastContactAt ?? null);
  if (!connected) return <Tag color="error">{t('nav.sync.noCore')}</Tag>;
  if (status === undefined) return null;
  const { mode, counts, unsettled, clashing } = status;
  const word = mode === 'alone' ? 'only-here' : wordsOf({ waiting: counts.waiting, unsettled, clashing });
  const count = unsettled > 0 ? unsettled : counts.waiting;
  const offline = status.problem !== null || mode === 'signed-out';
  return (
    <Tooltip title={mode === 'alone' ? t('nav.sync.onlyHereWhy') : seen}>
      <Button type="text" size="small" className={styles['summary'] ?? ''} onClick={() => go.sync()}>
        <SyncWordMark word={word} />
        {mode === 'alone' || count === 0 ? null : <span className="tabular">{format.number(count)}</span>}
        {status.phase === 'idle' || status.phase === 'stopped' || mode === 'alone' || offline ? null : <SyncOutlined spin aria-hidden />}
        {mode !== 'alone' && offline ? <DisconnectOutlined aria-label={t('sync.summary.offline')} /> : null}
        <span className="visually-hidden">{t('sync.summary.open')}</span>
      </Button>
    </Tooltip>
  );
};
