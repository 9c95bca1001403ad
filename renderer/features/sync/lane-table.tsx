import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAttempt } from '../../app/use-attempt.ts';
import { Card } from '../../ui/card/card.tsx';
import { ContentLanes } from './content-lanes.tsx';
import { Lane } from './lane.tsx';
import { phaseKey, problemKey, type SyncStatus } from './sync-view.ts';
import styles from './sync.module.css';

const DataLane = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const { held, counts, problem } = status;
  return (
    <Lane
      name={t('sync.lane.data')}
      waiting={counts.waiting}
      delivered={counts.accepted + counts.late}
      now={problem === null ? t(phaseKey(status)) : t(problemKey(problem))}
      action={
        <Button size="small" onClick={() => void attempt((api) => api.sync.hold({ on: !held }))}>
          {t(held ? 'sync.action.goOn' : 'sync.action.hold')}
        </Button>
      }
    />
  );
};

/** 三条通道: a picture that fails never stops a contact log. */
export const LaneTable = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('sync.lane.title')} note={t('sync.lane.note')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {(['lane', 'waiting', 'delivered', 'now', 'action'] as const).map((one) => (
              <th key={one} scope="col">
                {t(`sync.lane.column.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <DataLane status={status} />
          <ContentLanes />
        </tbody>
      </table>
    </Card>
  );
};
