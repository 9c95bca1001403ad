import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useSyncWords } from '../../app/sync/use-sync.ts';
import { Card } from '../../ui/card/card.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { MoodLine } from './mood-line.tsx';
import { moodsOf, storyOf } from './story-view.ts';
import { TimelineLine } from './timeline-line.tsx';
import { TimelineMark } from './timeline-mark.tsx';
import { lanes, type Lane } from './timeline-view.ts';
import styles from './timeline.module.css';

type Props = {
  file: CaseFile;
  partyId: string | null;
  now: string;
  /** Null when nothing may be recorded. */
  onRecord: (() => void) | null;
  onCorrect: ((logId: string) => void) | null;
};

const pageSize = 40;

/** Everything that was said, newest first, in lanes by counterpart. */
export const Timeline = ({ file, partyId, now, onRecord, onCorrect }: Props) => {
  const { t } = useTranslation();
  const [lane, setLane] = useState<Lane>('all');
  const [shown, setShown] = useState(pageSize);
  const story = useMemo(() => storyOf(file, partyId), [file, partyId]);
  const wordOf = useSyncWords(file.case.id);
  const inLane = lane === 'all' ? story : story.filter((line) => line.lane === lane);
  const moods = useMemo(() => moodsOf(story, lane), [story, lane]);
  return (
    <Card
      title={t('contacts.timeline.title')}
      extra={
        <Segmented
          size="small"
          className={styles['lanes'] ?? ''}
          aria-label={t('contacts.timeline.lanes')}
          value={lane}
          onChange={setLane}
          options={lanes.map((one) => ({ value: one, label: t(`contacts.lane.${one}`) }))}
        />
      }
    >
      <MoodLine moods={moods} now={now} />
      {inLane.length === 0 ? (
        <EmptyState
          title={t('contacts.timeline.empty')}
          actions={onRecord === null ? null : <Button onClick={onRecord}>{t('contacts.timeline.first')}</Button>}
        />
      ) : null}
      <ol className={styles['list']}>
        {inLane
          .slice(0, shown)
          .map((line) =>
            line.kind === 'contact' ? (
              <TimelineLine
                key={line.id}
                line={line}
                now={now}
                people={file.people}
                onCorrect={onCorrect}
                word={wordOf(file.case.id, line.entry.log.id)}
              />
            ) : (
              <TimelineMark key={line.id} mark={line} now={now} people={file.people} />
            ),
          )}
      </ol>
      {inLane.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + pageSize)}>
          {t('contacts.timeline.more', { count: inLane.length - shown })}
        </Button>
      ) : null}
    </Card>
  );
};
