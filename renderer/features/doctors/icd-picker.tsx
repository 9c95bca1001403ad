import { AutoComplete } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import injuries from '../../../resources/icd10/injuries.json';
import { findCodes } from './icd-search.ts';

type Props = { label: string; value: string | null; onPick: (code: string | null) => void };

/** Finds a code by code, Chinese or English words; the list is shipped, so it works without a network. */
export const IcdPicker = ({ label, value, onPick }: Props) => {
  const { i18n } = useTranslation();
  const id = useId();
  const zh = i18n.language === 'zh-CN';
  const [text, setText] = useState(value ?? '');
  const options = useMemo(
    () => findCodes(injuries.codes, text).map((one) => ({ value: one.code, label: `${one.code} ${zh ? one.zh : one.en}` })),
    [text, zh],
  );
  const settle = (typed: string): void => {
    const code = typed.trim().toUpperCase();
    onPick(code === '' ? null : code);
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 2, gridColumn: 'span 2' }}>
      <label htmlFor={id} style={{ color: 'var(--lb-second)', fontSize: 12 }}>
        {label}
      </label>
      <AutoComplete
        id={id}
        value={text}
        options={options}
        onChange={(typed: string) => {
          setText(typed);
          settle(typed);
        }}
        onSelect={(code: string) => onPick(code)}
      />
    </div>
  );
};
