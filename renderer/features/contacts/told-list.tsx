import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useDisclosureOpener } from '../../app/disclosure-opener.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import type { ToldLine } from './told.ts';
import styles from './timeline.module.css';

type Props = { lines: readonly ToldLine[]; now: string; onTell: ((topicId: string) => void) | null };

const toneOf = (line: ToldLine): string => {
  if (line.told === null) return styles['notTold'] ?? '';
  return (line.told.understood === 'yes' ? styles['understood'] : styles['unclear']) ?? '';
};

/** What this case makes necessary to say, and who was told when and how they took it. A line opens the contact editor, its time the telling itself. */
export const ToldList = ({ lines, now, onTell }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { say } = useWording();
  const openDisclosure = useDisclosureOpener();
  const open = (told: ToldLine['told']): void => {
    if (told !== null) openDisclosure({ caseId: told.caseId ?? '', disclosureId: told.id });
  };
  return (
    <div className={styles['told']}>
      {lines.map((line) => (
        <div key={line.topic.id} className={styles['toldRow']}>
          <button
            type="button"
            className={styles['toldLine']}
            disabled={onTell === null}
            title={say(line.topic.card)}
            onClick={() => onTell?.(line.topic.id)}
          >
            <span className={`${styles['box']} ${line.told === null ? '' : styles['boxOn']}`} aria-hidden="true">
              {line.told === null ? '' : '✓'}
            </span>
            <span>
              {say(line.topic.name)} {line.told === null ? <span className={toneOf(line)}>{t('contacts.told.not')}</span> : null}
            </span>
          </button>
          {line.told === null ? null : (
            <button type="button" className={`${styles['toldWhen']} ${toneOf(line)}`} onClick={() => open(line.told)}>
              {`${format.day(chinaDateOf(line.told.toldAt), now)} ${t(`contacts.channel.${line.told.channel}`)} · ${t(`contacts.understood.${line.told.understood}`)}`}
            </button>
          )}
        </div>
      ))}
    </div>
  );
};
