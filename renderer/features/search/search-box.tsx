import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { HitLine } from './hit-line.tsx';

const most = 12;

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
  const searching = text.trim() !== '';
  const options = searching ? (hits ?? []).map((hit) => ({ value: hit.caseId, label: <HitLine hit={hit} /> })) : [];
  return (
    <AutoComplete
      value={text}
      options={options}
      style={{ width: '100%' }}
      defaultActiveFirstOption
      popupMatchSelectWidth={460}
      notFoundContent={searching && !composing && !isFetching && hits !== undefined ? t('search.box.none', { text }) : null}
      onChange={(value: string) => setText(value)}
      onSelect={(caseId: string) => {
        setText('');
        input.current?.blur();
        onOpen(caseId);
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
