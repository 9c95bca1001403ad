import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DriftList } from '../../features/facts/drift-list.tsx';
import { driftLines } from '../../features/facts/fact-view.ts';
import { useWording } from '../../i18n/wording.ts';
import { Card } from '../../ui/card/card.tsx';
import { useDriftMoney } from './use-drift-money.ts';
import type { CasePanel } from '../case-panel.ts';
import styles from './case-page.module.css';

type Props = CasePanel & { now: string; /** As a card of the helper, or as a part of a step. */ asCard?: boolean };

/** What was said later and differs from the first statement; nothing is shown while nothing differs. */
export const DriftCard = ({ file, partyId, can, now, asCard = false }: Props) => {
  const { t } = useTranslation();
  const { facts } = useWording();
  const lines = useMemo(() => (partyId === null ? [] : driftLines(file, facts, partyId)), [file, facts, partyId]);
  const money = useDriftMoney(file.case.id, lines);
  if (lines.length === 0) return null;
  const open = lines.filter(({ row }) => row?.state !== 'closed').length;
  const note = t('facts.drift.open', { open, all: lines.length });
  const list = <DriftList file={file} lines={lines} now={now} readOnly={!can('fact.add')} money={money} />;
  if (asCard) {
    return (
      <Card title={t('facts.drift.title')} note={note}>
        {list}
      </Card>
    );
  }
  return (
    <section aria-label={t('facts.drift.title')}>
      <div className={styles['head']}>
        <strong>{t('facts.drift.title')}</strong> <span className={styles['second']}>{note}</span>
      </div>
      {list}
    </section>
  );
};
