import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Fact } from '../../../shared/facts/model.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { FactDialog } from './fact-dialog.tsx';
import { factLines, type FactLine } from './fact-view.ts';
import { factWords } from '../../i18n/fact-words.ts';
import styles from './facts.module.css';

type Props = { title: string; file: CaseFile; partyId: string | null; topics: readonly FactTopic[]; now: string; readOnly: boolean };

/** One topic: the value of today with who said it, and the first statement when it was another one. */
const Line = ({ line, now, onAdd }: { line: FactLine; now: string; onAdd: (() => void) | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { say } = useWording();
  const tools = { t, format, say };
  const { topic, current, first, drifted, frozen } = line;
  const words = (fact: Fact): string => (fact.value === null ? '' : factWords(tools, topic, fact.value));
  const whoWhen = (fact: Fact): string => [t(`facts.source.${fact.source}`), format.day(chinaDateOf(fact.saidAt), now)].join(' ');
  const said = current?.value == null ? null : factWords(tools, topic, current.value);
  return (
    <tr>
      <th scope="row" title={say(topic.ask.open)}>
        {say(topic.name)}
        {topic.firstStatement ? (
          <abbr className={styles['frozen']} title={t(frozen ? 'facts.table.frozenWhy' : 'facts.table.firstStatement')}>
            {t(frozen ? 'facts.table.frozen' : 'facts.table.first')}
          </abbr>
        ) : null}
      </th>
      <td>
        {said === null ? <span className={styles['second']}>{t('facts.table.notAsked')}</span> : null}
        {said !== null && !drifted ? <span className={styles['value']}>{said}</span> : null}
        {drifted && first !== null && current !== null ? (
          <div className={styles['beside']}>
            {[first, current].map((fact, i) => (
              <div key={fact.id} className={styles['said']}>
                <span className={styles['second']}>{t(i === 0 ? 'facts.drift.first' : 'facts.drift.later')}</span>
                <span className={styles['value']}>{words(fact)}</span>
                <span className={styles['second']}>{whoWhen(fact)}</span>
              </div>
            ))}
          </div>
        ) : null}
      </td>
      <td className={styles['source']}>
        {current === null ? null : (
          <>
            <Tag>
              {t(`facts.source.${current.source}`)}
              {current.sourceName === null ? '' : ` ${current.sourceName}`}
            </Tag>
            <span className={styles['second']}>{format.day(chinaDateOf(current.saidAt), now)}</span>
            {line.all.length > 1 ? <span className={styles['second']}> {t('facts.table.times', { count: line.all.length })}</span> : null}
          </>
        )}
      </td>
      <td className={styles['act']}>
        {onAdd === null ? null : (
          <Button
            type="link"
            size="small"
            onClick={onAdd}
            aria-label={t('facts.table.recordOf', {
              act: t(current === null ? 'facts.table.record' : 'facts.table.recordAgain'),
              name: say(topic.name),
            })}
          >
            {t(current === null ? 'facts.table.record' : 'facts.table.recordAgain')}
          </Button>
        )}
      </td>
    </tr>
  );
};

/** What is known, value by value, each with its source; nothing is ever overwritten. */
export const FactTable = ({ title, file, partyId, topics, now, readOnly }: Props) => {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<FactTopic | null>(null);
  const lines = factLines(file, topics, partyId);
  const known = lines.filter((line) => line.current !== null).length;
  return (
    <section aria-label={title}>
      <div className={styles['head']}>
        <strong>{title}</strong> <span className={styles['second']}>{t('facts.table.known', { known, all: lines.length })}</span>
      </div>
      <table className={styles['table']}>
        <thead className="visually-hidden">
          <tr>
            <th>{t('facts.table.topic')}</th>
            <th>{t('facts.table.value')}</th>
            <th>{t('facts.table.source')}</th>
            <th>{t('facts.table.act')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.topic.id} line={line} now={now} onAdd={readOnly ? null : () => setAdding(line.topic)} />
          ))}
        </tbody>
      </table>
      {adding === null ? null : (
        <FactDialog caseId={file.case.id} partyId={partyId} topic={adding} now={now} onClose={() => setAdding(null)} />
      )}
    </section>
  );
};
