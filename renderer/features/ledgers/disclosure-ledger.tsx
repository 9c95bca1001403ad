import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import type { DisclosureFilter, DisclosureLine } from '../../../shared/disclosures/contract.ts';
import { understandings } from '../../../shared/disclosures/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useDisclosureOpener } from '../../app/disclosure-opener.ts';
import { useGo } from '../../app/go.ts';
import { useNow } from '../../app/use-now.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { Filter, FilterRow, LedgerTable, useCaseColumn, useLedgerView } from './ledger-table.tsx';
import styles from './ledgers.module.css';

const useTopicName = (): ((id: string) => string) => {
  const { topicOf, say } = useWording();
  return (id) => {
    const topic = topicOf(id);
    return topic === undefined ? id : say(topic.name);
  };
};

const understoodTone = { yes: 'fine', unclear: 'soon', no: 'late' } as const;

const Money = ({ line }: { line: DisclosureLine }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useDisclosureOpener();
  const { disclosure, quotedBy, correctedAt, printed } = line;
  return (
    <>
      {quotedBy > 0 ? <Tag color="processing">{t('ledgers.disclosure.quoted', { count: quotedBy })}</Tag> : null}
      {printed ? <Tag>{t('ledgers.disclosure.printed')}</Tag> : null}
      {correctedAt === null ? null : <Tag>{t('ledgers.disclosure.correctedBy', { at: format.instant(correctedAt) })}</Tag>}
      <Button
        type="link"
        size="small"
        onClick={(event) => {
          event.stopPropagation();
          open({ caseId: disclosure.caseId ?? '', disclosureId: disclosure.id });
        }}
      >
        {t(correctedAt === null ? 'ledgers.disclosure.correct' : 'ledgers.disclosure.show')}
      </Button>
    </>
  );
};

const useColumns = (): ColumnsType<DisclosureLine> => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const topicName = useTopicName();
  const inCase = useCaseColumn<DisclosureLine>();
  const title = (key: string): string => t(`ledgers.column.${key}`);
  return [
    {
      key: 'at',
      title: title('toldAt'),
      width: 110,
      render: (_, { disclosure }) => <span className="tabular">{format.due(disclosure.toldAt, now)}</span>,
    },
    inCase,
    {
      key: 'topic',
      title: title('topic'),
      width: 260,
      render: (_, line) => (
        <>
          <span className={line.correctedAt === null ? '' : (styles['struck'] ?? '')}>{topicName(line.disclosure.topic)}</span>
          <span className={`${styles['clamp']} ${line.correctedAt === null ? '' : (styles['struck'] ?? '')}`}>
            {line.disclosure.words ?? ''}
          </span>
        </>
      ),
    },
    {
      key: 'to',
      title: title('toldTo'),
      width: 160,
      render: (_, { disclosure }) => (
        <>
          {[t(`contacts.counterpart.${disclosure.toldTo}`), disclosure.toldToName].filter(Boolean).join(' ')}
          <span className={styles['second']}>
            {t(`contacts.channel.${disclosure.channel}`)} · {t(`contacts.proof.${disclosure.proof}`)}
          </span>
        </>
      ),
    },
    {
      key: 'understood',
      title: title('understood'),
      width: 90,
      render: (_, { disclosure }) => (
        <span className={styles[understoodTone[disclosure.understood]]}>{t(`contacts.understood.${disclosure.understood}`)}</span>
      ),
    },
    { key: 'by', title: title('by'), width: 90, render: (_, line) => line.byName ?? '—' },
    { key: 'money', title: title('money'), width: 150, render: (_, line) => <Money line={line} /> },
  ];
};

/** 告知台账: every telling, the latest first, with the deductions that rest on it. */
export const DisclosureLedger = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const go = useGo();
  const { topics, say } = useWording();
  const columns = useColumns();
  const view = useLedgerView<DisclosureFilter>({ topic: null, understood: null });
  const { filter, change, span } = view;
  const asked = useQuery(queries.disclosures.ledger.queryOptions({ input: { filter, ...span }, placeholderData: keepPreviousData }));
  const narrowed = filter.topic !== null || filter.understood !== null;
  return (
    <>
      <FilterRow total={asked.data?.total}>
        <Filter
          label={t('ledgers.filter.topic')}
          value={filter.topic}
          choices={topics.map((one) => ({ value: one.id, label: say(one.name) }))}
          onPick={(topic) => change({ topic })}
        />
        <Filter
          label={t('ledgers.filter.understood')}
          value={filter.understood}
          choices={understandings.map((value) => ({ value, label: t(`contacts.understood.${value}`) }))}
          onPick={(understood) => change({ understood })}
        />
      </FilterRow>
      <LedgerTable<DisclosureLine>
        rows={asked.data?.lines}
        total={asked.data?.total}
        asked={asked}
        view={view}
        columns={columns}
        keyOf={({ disclosure }) => disclosure.id}
        empty={{
          title: t(narrowed ? 'ledgers.empty.narrowed' : 'ledgers.empty.disclosures'),
          text: t(narrowed ? 'ledgers.empty.narrowedText' : 'ledgers.empty.disclosuresText'),
        }}
        width={1010}
        onOpen={({ disclosure }) => go.case(disclosure.caseId ?? '', { partyId: disclosure.partyId })}
      />
    </>
  );
};
