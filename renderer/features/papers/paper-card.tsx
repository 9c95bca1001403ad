import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { isLineMissing, paperMeter } from '../../../shared/papers/checklist.ts';
import { paperGate } from '../../../shared/papers/rules.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { usePaperLines, usePaperWords } from './paper-words.ts';
import styles from './papers.module.css';

type Props = { file: CaseFile; partyId: string | null; now: string };

const shown = 4;

/** What is still missing, since when it was asked for, and what waits for us: unchecked papers, originals in our hands. */
export const PaperCard = ({ file, partyId, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { lineName } = usePaperWords();
  const lines = usePaperLines(file, partyId);
  const meter = paperMeter(lines);
  const gate = paperGate(file, partyId);
  const missing = lines.filter(isLineMissing);
  const words = [
    gate.since === null ? '' : t('papers.card.since', { at: format.day(chinaDateOf(gate.since), now) }),
    gate.unchecked === 0 ? '' : t('papers.card.unchecked', { count: gate.unchecked }),
    gate.held === 0 ? '' : t('papers.card.held', { count: gate.held }),
  ].filter(Boolean);
  return (
    <Card title={t('papers.panel.title')} note={t('papers.panel.meter', { in: meter.in, all: meter.all })}>
      {missing.length === 0 ? t('papers.card.complete') : missing.slice(0, shown).map(lineName).join(t('papers.panel.comma'))}
      {missing.length > shown ? (
        <span className={styles['second']}> {t('papers.card.more', { count: missing.length - shown })}</span>
      ) : null}
      {words.length === 0 ? null : <div className={styles['second']}>{words.join(' · ')}</div>}
    </Card>
  );
};
