import { Alert, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { signings, type Signature, type Signing } from '../../../shared/statements/model.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { ChoiceField, SelectField } from '../../ui/form/choice-fields.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { SignatureField } from '../../ui/form/signature-field.tsx';
import { TextAreaField, TextField } from '../../ui/form/text-fields.tsx';
import { useFieldValue, useForm } from '../../ui/form/use-form.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { shortHash } from './statement-view.ts';
import styles from './statements.module.css';

type Props = { file: CaseFile; partyId: string; papers: ReactNode; onClose: () => void };
type Values = {
  signing: Signing;
  signedBy: string | null;
  signature: Signature | null;
  attachmentId: string | null;
  refusal: string | null;
};

/** The text exactly as it will be frozen; it scrolls by keyboard. */
export const StatedText = ({ text, label, alone = false }: { text: string; label: string; alone?: boolean }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling text must be reachable by keyboard
  <pre className={`${styles['text']} ${alone ? (styles['tall'] ?? '') : ''}`} lang="zh-CN" role="region" aria-label={label} tabIndex={0}>
    {text}
  </pre>
);

/** Shows the text, says that there is no way back, and takes the signature. */
export const FreezeDialog = ({ file, partyId, papers, onClose }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { factOf, say } = useWording();
  const input = { caseId: file.case.id, partyId };
  const { data: preview, error, refetch } = useQuery(queries.statements.preview.queryOptions({ input, gcTime: 0, staleTime: 0 }));
  const unsaid = (preview?.unsaidTopics ?? []).flatMap((id) => factOf(id) ?? []).map(({ name }) => say(name));
  return (
    <FormModal title={t('statements.freeze.title')} width={720} style={{ top: 24 }} onClose={onClose}>
      {error !== null && preview === undefined ? <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} /> : null}
      {error === null && preview === undefined ? <LoadingState rows={6} /> : null}
      {preview === undefined ? null : (
        <>
          <Alert type="warning" showIcon title={t('statements.freeze.noWayBack')} />
          {unsaid.length === 0 ? null : (
            <p className={styles['second']}>{t('statements.freeze.unsaid', { topics: unsaid.join(t('statements.freeze.and')) })}</p>
          )}
          <StatedText text={preview.text} label={t('statements.freeze.text')} />
          <p className={styles['second']}>{t('statements.freeze.hash', { hash: shortHash(preview.textHash) })}</p>
          <FreezeForm file={file} partyId={partyId} papers={papers} textHash={preview.textHash} onClose={onClose} />
        </>
      )}
    </FormModal>
  );
};

const FreezeForm = ({ file, partyId, papers, textHash, onClose }: Props & { textHash: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const party = file.parties.find((one) => one.id === partyId);
  const photos = file.attachments.filter((one) => one.partyId === partyId && one.subject === 'record' && one.voidReason === null);
  const form = useForm<Values>({
    signing: 'screen',
    signedBy: party?.name ?? null,
    signature: null,
    attachmentId: photos.at(-1)?.id ?? null,
    refusal: null,
  });
  const signing = useFieldValue<Signing>(form, 'signing');
  const save = async (values: Values) => {
    const problem = await attempt((api) => api.statements.freeze({ caseId: file.case.id, partyId, textHash, ...values }));
    if (problem === null) onClose();
    return problem;
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      submitLabel={t('statements.freeze.save')}
      extra={<Button onClick={onClose}>{t('common.action.cancel')}</Button>}
    >
      <ChoiceField
        name="signing"
        label={t('statements.freeze.signing')}
        required
        wide
        choices={signings.map((value) => ({ value, label: t(`statements.signing.${value}`) }))}
      />
      {signing === 'refused' ? null : <TextField name="signedBy" label={t('statements.freeze.signedBy')} />}
      {signing === 'screen' ? (
        <SignatureField name="signature" label={t('statements.freeze.signHere')} required hint={t('statements.freeze.otherWays')} />
      ) : null}
      {signing === 'paper' ? (
        <>
          <SelectField
            name="attachmentId"
            label={t('statements.freeze.photo')}
            required
            choices={photos.map((one) => ({ value: one.id, label: `${one.name} · ${format.instant(one.takenAt)}` }))}
          />
          <div className={styles['papers']}>{papers}</div>
        </>
      ) : null}
      {signing === 'refused' ? <TextAreaField name="refusal" label={t('statements.freeze.refusal')} required rows={2} /> : null}
    </Form>
  );
};
