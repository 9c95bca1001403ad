import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { belongsToInputMethod } from '../../ui/shortcuts/keys.ts';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { HitLine } from './hit-line.tsx';

const most = 12;

type Option = { value: string; label: ReactNode; disabled?: boolean };
type Found = { caseId: string };

const notYet = '…';

const useHits = (text: string) => {
  const { queries } = useCore();
  const words = useDeferredValue(text.trim());
  const { data, isFetching, isPlaceholderData } = useQuery(
    queries.search.find.queryOptions({
      input: { text: words, limit: most },
      enabled: words.length > 0,
      placeholderData: (before) => before,
    }),
  );
  /** Until then the hits are those of fewer letters. */
  const current = words === text.trim() && data !== undefined && !isPlaceholderData;
  return { hits: data, isFetching, current };
};

/** Enter that comes before the answer opens its first hit as soon as it is there, and never one of fewer letters. */
const useHurriedEnter = (hits: readonly Found[] | null, open: (hit: Found) => void) => {
  const [hurried, setHurried] = useState(false);
  const answered = hurried && hits !== null;
  const arrive = useRef<() => void>(() => undefined);
  useEffect(() => {
    arrive.current = () => {
      setHurried(false);
      if (hits?.[0] !== undefined) open(hits[0]);
    };
  });
  useEffect(() => {
    if (answered) arrive.current();
  }, [answered]);
  return {
    forget: () => setHurried(false),
    onKeyDownCapture: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || hits !== null || belongsToInputMethod(event.nativeEvent)) return;
      event.preventDefault();
      event.stopPropagation();
      setHurried(true);
    },
  };
};

/** Search from everywhere: number, plate, name, pinyin initials, ID tail, words. `/` goes here; Enter opens the first hit. */
export const SearchBox = ({ onOpen }: { onOpen: (caseId: string) => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const input = useRef<InputRef>(null);
  // What an input method is still composing is not yet a word to look for.
  const { hits, isFetching, current } = useHits(composing ? '' : text);
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
  const open = ({ caseId }: Found): void => {
    setText('');
    input.current?.blur();
    onOpen(caseId);
  };
  const hurry = useHurriedEnter(words === '' ? [] : current ? (hits ?? []) : null, open);
  return (
    <div onKeyDownCapture={hurry.onKeyDownCapture}>
      <AutoComplete
        value={text}
        options={words === '' ? [] : options}
        style={{ width: '100%' }}
        defaultActiveFirstOption
        popupMatchSelectWidth={460}
        onChange={(value: string) => {
          setText(value);
          hurry.forget();
        }}
        onBlur={hurry.forget}
        onSelect={(reportNumber: string) => {
          const hit = hits?.find((one) => one.reportNumber === reportNumber);
          if (hit === undefined) setText('');
          else open(hit);
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
    </div>
  );
};
