import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card/card.tsx';
import { DisclosureLedger } from './disclosure-ledger.tsx';
import { PromiseLedger } from './promise-ledger.tsx';
import { TopicMatrix } from './topic-matrix.tsx';

type Ledger = 'disclosures' | 'promises' | 'matrix';

/** 台账: who was told what, what was promised, and what is still to be told, over all the cases one may see. */
export const LedgersPage = () => {
  const { t } = useTranslation();
  const [ledger, setLedger] = useState<Ledger>('disclosures');
  const options = (['disclosures', 'promises', 'matrix'] as const).map((value) => ({ value, label: t(`ledgers.tab.${value}`) }));
  return (
    <>
      <h1 className="visually-hidden">{t('nav.page.ledgers')}</h1>
      <Card
        title={t('ledgers.page.title')}
        note={t(`ledgers.note.${ledger}`)}
        extra={<Segmented<Ledger> aria-label={t('ledgers.page.which')} value={ledger} options={options} onChange={setLedger} />}
      >
        {ledger === 'disclosures' ? <DisclosureLedger /> : null}
        {ledger === 'promises' ? <PromiseLedger /> : null}
        {ledger === 'matrix' ? <TopicMatrix /> : null}
      </Card>
    </>
  );
};
