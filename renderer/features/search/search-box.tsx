import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { HitLine } from './hit-line.tsx';

const most = 12;

type Option = { value: string; label: ReactNode; disabled?: boolean };

const notYet = '…';

const useHits = (text: string) => {
  const { queries } = useCore();
  const words = useDeferredValue(text.trim());
  return useQuery(
    queries.search.find.queryOptions({
      input: { text: words, limit: most },
      enabled: words.length > 0,
      placeholderData: (before) => before,
    }),
  );
};

/** Search from everywhere: number, plate, name, pinyin initials, ID tail, words. `/` goes here; Enter opens the first hit. */
export const SearchBox = ({ onOpen }: { onOpen: (caseId: string) => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const input = useRef<InputRef>(null);
  // What an input method is still composing is not yet a word to look for.
  const { data: hits, isFetching } = useHits(composing ? '' : text);
  useShortcut({ combo: '/', label: t('search.box.focus'), run: () => input.current?.focus({ cursor: 'all' }) });
  const words = text.trim();
  // The report number is what a screen reader says of a hit.
  const found: Option[] = (hits ?? []).map((hit) => ({ value: hit.reportNumber, label: <HitLine hit={hit} /> }));
  const nothing = words !== '' && !composing && !isFetching && hits?.length === 0;
  const answer: Option[] = nothing ? [{ value: '', label: t('search.box.none', { text: words }) }] : found;
  // What cannot be found yet is no reason to believe that it is not there.
  const unindexed = useSyncStatus().data?.unindexed ?? 0;
  const options =
    unindexed === 0 ? answer : [...answer, { value: notYet, label: t('search.box.notYet', { count: unindexed }), disabled: true }];
  return (
    <AutoComplete
      value={text}
      options={words === '' ? [] : options}
      style={{ width: '100%' }}
      defaultActiveFirstOption
      popupMatchSelectWidth={460}
      onChange={(value: string) => setText(value)}
      onSelect={(reportNumber: string) => {
        setText('');
        const hit = hits?.find((one) => one.reportNumber === reportNumber);
        if (hit === undefined) return;
        input.current?.blur();
        onOpen(hit.caseId);
      }}
    >
      <Input
        ref={input}
        aria-label={t('search.box.label')}
        placeholder={t('search.box.placeholder')}
        allowClear
        suffix={<kbd>/</kbd>}
        maxLength={200}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </AutoComplete>
  );
};
