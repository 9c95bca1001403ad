import { PaperClipOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { Fragment, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { PaperLine } from '../../../shared/papers/checklist.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePaperWords } from './paper-words.ts';
import { actOfKey, type PaperAct } from './paper-view.ts';
import styles from './papers.module.css';

type Props = {
  file: CaseFile;
  lines: readonly PaperLine[];
  now: string;
  ticked: ReadonlySet<string>;
  open: string | null;
  readOnly: boolean;
  onTick: (key: string) => void;
  onTickMissing: () => void;
  onFocus: (key: string) => void;
  onAct: (act: PaperAct, key: string) => void;
  photos: (line: PaperLine) => ReactNode;
};

/** What is known of a line in a few words: since when, from whom, why not. */
const useDetail = (now: string) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { hintOf } = usePaperWords();
  const day = (at: string | null): string => (at === null ? '' : format.day(chinaDateOf(at), now));
  return (line: PaperLine): string => {
    const { row, need } = line;
    if (need === 'waived') return t('papers.line.waived', { reason: row?.needReason ?? '' });
    if (row === null) return hintOf(line);
    const original = row.original === 1 ? t('papers.line.original') : row.original === 0 ? t('papers.line.copy') : '';
    const by: Record<typeof row.state, string[]> = {
      wanted: [row.reason ?? hintOf(line)],
      asked: [t('papers.line.asked', { at: day(row.askedAt), times: row.askedTimes ?? 1 }), hintOf(line)],
      received: [t('papers.line.received', { at: day(row.receivedAt), name: row.receivedFrom ?? '' }), original],
      checked: [t('papers.line.checked', { at: day(row.checkedAt) }), original],
      refused: [day(row.refusedAt), row.reason ?? '', original],
      returned: [
        t('papers.line.returned', { at: day(row.returnedAt), name: row.returnedTo ?? '' }),
        row.checkedAt === null ? (row.reason ?? '') : '',
      ],
    };
    return by[row.state].filter(Boolean).join(' · ');
  };
};

const Line = ({
  file,
  line,
  now,
  ticked,
  open,
  readOnly,
  onTick,
  onFocus,
  photos,
}: Omit<Props, 'lines' | 'onAct' | 'onTickMissing'> & { line: PaperLine }) => {
  const { t } = useTranslation();
  const { lineName } = usePaperWords();
  const detail = useDetail(now);
  const state = line.row?.state ?? 'wanted';
  const name = lineName(line);
  const files = line.row === null ? 0 : file.attachments.filter((one) => one.paperId === line.row?.id && one.voidReason === null).length;
  return (
    <li className={`${styles['line']} ${line.need === 'waived' ? styles['waived'] : ''}`}>
      <div className={styles['main']}>
        <Checkbox
          checked={ticked.has(line.key)}
          disabled={readOnly}
          data-paper={line.key}
          aria-label={`${name} ${t(`papers.state.${state}`)}`}
          onChange={() => onTick(line.key)}
          onFocus={() => onFocus(line.key)}
        />
        <div className={styles['words']}>
          <span className={styles['name']}>{name}</span>{' '}
          {line.need === 'optional' ? <span className={styles['second']}>{t('papers.need.optional')}</span> : null}
          <div className={styles['second']}>{detail(line)}</div>
        </div>
        <span className={styles['state']}>
          {files === 0 ? null : (
            <span className={styles['second']} title={t('papers.line.files', { count: files })}>
              <PaperClipOutlined aria-hidden /> {files}{' '}
            </span>
          )}
          <span className={styles[line.need === 'waived' ? 'returned' : state]}>
            {t(line.need === 'waived' ? 'papers.need.waived' : `papers.state.${state}`)}
          </span>
        </span>
      </div>
      {open === line.key && line.row !== null ? <div className={styles['photos']}>{photos(line)}</div> : null}
    </li>
  );
};

/** The checklist. Arrows walk it, Space ticks, M ticks all that is missing, and each tool has its letter. */
export const PaperList = (props: Props) => {
  const { t } = useTranslation();
  const { lines, onAct, onTickMissing } = props;
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const input = event.target instanceof HTMLInputElement ? event.target : null;
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[data-paper]') ?? [])];
    const at = input === null ? -1 : boxes.indexOf(input);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = actOfKey(event.key);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus();
    else if (event.key.toLowerCase() === 'm') onTickMissing();
    else if (act !== null) onAct(act, input?.dataset['paper'] ?? '');
    else return;
    event.preventDefault();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the boxes inside, gathered in one place
    <ul ref={list} className={styles['lines']} aria-label={t('papers.panel.list')} onKeyDown={onKeyDown}>
      {lines.map((line, i) => (
        <Fragment key={line.key}>
          {i === 0 || (lines[i - 1]?.partyId === null) !== (line.partyId === null) ? (
            <li className={styles['group']}>{t(line.partyId === null ? 'papers.group.case' : 'papers.group.party')}</li>
          ) : null}
          <Line {...props} line={line} />
        </Fragment>
      ))}
    </ul>
  );
};
