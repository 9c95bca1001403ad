import { AutoComplete } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import injuries from '../../../resources/icd10/injuries.json';
import styles from './doctors.module.css';
import { findCodes, type CodeLine } from './icd-search.ts';

type Props = { label: string; value: string | null; onType: (typed: string | null) => void; onIllness: () => void };

const codes: readonly CodeLine[] = injuries.codes;

/** Finds a code by code, Chinese or English words or pinyin initials; the list is shipped, so it works without a network. */
export const IcdPicker = ({ label, value, onType, onIllness }: Props) => {
  const { t, i18n } = useTranslation();
  const id = useId();
  const zh = i18n.language === 'zh-CN';
  const text = value ?? '';
  const nameOf = (one: CodeLine): string => (zh ? one.zh : one.en);
  const options = useMemo(
    () =>
      findCodes(codes, text).map((one) => ({
        value: one.code,
        label: `${one.code} ${zh ? one.zh : one.en}${one.kind === 'illness' ? ` · ${t('doctors.table.oldIllness')}` : ''}`,
      })),
    [text, zh, t],
  );
  const chosen = codes.find(({ code }) => code === text.trim().toUpperCase());
  const choose = (code: string): void => {
    onType(code);
    if (codes.find((one) => one.code === code)?.kind === 'illness') onIllness();
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 2, gridColumn: 'span 2' }}>
      <label htmlFor={id} style={{ color: 'var(--lb-second)', fontSize: 12 }}>
        {label}
      </label>
      <AutoComplete
        id={id}
        aria-describedby={`${id}-name`}
        value={text}
        options={options}
        defaultActiveFirstOption
        getPopupContainer={(box: HTMLElement) => box.parentElement ?? document.body}
        onChange={(typed: string) => onType(typed === '' ? null : typed)}
        onSelect={choose}
      />
      <span id={`${id}-name`} className={styles['second']}>
        {chosen === undefined ? t('doctors.diagnosis.icd10Hint') : nameOf(chosen)}
      </span>
    </div>
  );
};
