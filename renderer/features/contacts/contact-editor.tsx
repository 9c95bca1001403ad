import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactStart } from '../../app/contact-editor.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import styles from './contact-editor.module.css';
import { ContactForm } from './contact-form.tsx';

type Props = { start: ContactStart; onClose: () => void };

/** Which case was it? Asked only when the editor was opened outside a case. */
const CasePicker = ({ onPick }: { onPick: (caseId: string) => void }) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const id = useId();
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim());
  const { data: hits } = useQuery(
    queries.search.find.queryOptions({ input: { text: words, limit: 12 }, enabled: words.length > 0, placeholderData: (before) => before }),
  );
  const options = (words === '' ? [] : (hits ?? [])).map((hit) => ({
    value: hit.caseId,
    label: [hit.reportNumber, hit.insuredName, hit.partyNames.slice(0, 3).join(', '), hit.plate].filter(Boolean).join(' · '),
  }));
  return (
    <div className={styles['picker']}>
      <label htmlFor={id}>{t('contacts.editor.whichCase')}</label>
      <Select<string>
        id={id}
        aria-label={t('contacts.editor.whichCase')}
        showSearch={{ filterOption: false, onSearch: setText }}
        autoFocus
        options={options}
        placeholder={t('contacts.editor.findCase')}
        notFoundContent={words === '' ? null : t('contacts.editor.noCase')}
        onChange={onPick}
      />
    </div>
  );
};

const Loaded = ({ caseId, start, onClose }: Props & { caseId: string }) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const [now] = useState(() => new Date().toISOString());
  const { data: file, error, refetch } = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  if (error !== null && file === undefined) return <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  if (file === undefined) return <LoadingState />;
  return <ContactForm file={file} start={start} now={now} onClose={onClose} />;
};

/** The contact log editor, opened from anywhere. Closing keeps the half-written text as a draft. */
export const ContactEditor = ({ start, onClose }: Props) => {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(null);
  const caseId = start.caseId ?? picked;
  return (
    <FormModal
      title={t(start.correctsLogId === undefined ? 'contacts.editor.title' : 'contacts.editor.correctTitle')}
      width={caseId === null ? 520 : 1180}
      style={{ top: 24 }}
      onClose={onClose}
    >
      {caseId === null ? <CasePicker onPick={setPicked} /> : <Loaded caseId={caseId} start={start} onClose={onClose} />}
    </FormModal>
  );
};
