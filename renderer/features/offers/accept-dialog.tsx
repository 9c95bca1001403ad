import { Alert, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { acceptanceSignings, type AcceptanceSigning } from '../../../shared/offers/acceptance-model.ts';
import { understandings, type Offer, type Understanding } from '../../../shared/offers/model.ts';
import type { Signature } from '../../../shared/statements/model.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ChoiceField, SelectField } from '../../ui/form/choice-fields.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { SignatureField } from '../../ui/form/signature-field.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { useFieldValue, useForm } from '../../ui/form/use-form.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { shortHash } from './offer-view.ts';
import styles from './offers.module.css';

type Props = { file: CaseFile; offer: Offer; /** Where a photo of the signed paper is added. */ papers: ReactNode; onClose: () => void };

/** The text exactly as it is signed; it scrolls by keyboard. */
export const SignedText = ({ text, label }: { text: string; label: string }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling text must be reachable by keyboard
  <pre className={styles['signedText']} lang="zh-CN" role="region" aria-label={label} tabIndex={0}>
    {text}
  </pre>
);

/** Shows the text of the acceptance, says that it binds, and takes the signature. */
export const AcceptDialog = ({ file, offer, papers, onClose }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const input = { caseId: file.case.id, offerId: offer.id };
  const { data: preview, error, refetch } = useQuery(queries.offers.previewAcceptance.queryOptions({ input, gcTime: 0, staleTime: 0 }));
  return (
    <FormModal title={t('offers.accept.title', { version: offer.version })} width={720} style={{ top: 24 }} onClose={onClose}>
      {error !== null && preview === undefined ? <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} /> : null}
      {error === null && preview === undefined ? <LoadingState rows={6} /> : null}
      {preview === undefined ? null : (
        <>
          <Alert type="warning" showIcon title={t('offers.accept.noWayBack')} />
          <SignedText text={preview.text} label={t('offers.accept.text')} />
          <p className={styles['second']}>{t('offers.accept.hash', { hash: shortHash(preview.textHash) })}</p>
          <AcceptForm file={file} offer={offer} papers={papers} textHash={preview.textHash} onClose={onClose} />
        </>
      )}
    </FormModal>
  );
};

type Values = {
  signing: AcceptanceSigning;
  signedBy: string | null;
  signature: Signature | null;
  attachmentId: string | null;
  explainedByName: string | null;
  understood: Understanding | null;
};

const AcceptForm = ({ file, offer, papers, textHash, onClose }: Props & { textHash: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const toast = useToast();
  const party = file.parties.find((one) => one.id === offer.partyId);
  const photos = file.attachments.filter((one) => one.partyId === offer.partyId && one.subject === 'record' && one.voidReason === null);
  const form = useForm<Values>({
    signing: 'screen',
    signedBy: party?.name ?? null,
    signature: null,
    attachmentId: photos.at(-1)?.id ?? null,
    explainedByName: offer.explainedByName,
    understood: (offer.understood as Understanding | null) === 'yes' ? 'yes' : null,
  });
  const signing = useFieldValue<AcceptanceSigning>(form, 'signing');
  const save = async ({ understood, explainedByName, ...values }: Values) => {
    const given = { ...values, understood: understood ?? 'unclear', explainedByName: explainedByName ?? '' };
    const problem = await attempt((api) => api.offers.accept({ caseId: file.case.id, offerId: offer.id, textHash, ...given }));
    if (problem !== null) return problem;
    toast.done(t('offers.accept.done', { version: offer.version }));
    onClose();
    return null;
  };
  const choices = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`offers.${key}.${value}`) }));
  return (
    <Form
      form={form}
      onSubmit={save}
      submitLabel={t('offers.accept.save')}
      extra={<Button onClick={onClose}>{t('common.action.cancel')}</Button>}
    >
      <ChoiceField name="understood" label={t('offers.accept.understood')} required wide choices={choices(understandings, 'understood')} />
      <ChoiceField name="signing" label={t('offers.accept.signing')} required wide choices={choices(acceptanceSignings, 'signing')} />
      <TextField name="explainedByName" label={t('offers.accept.explainedBy')} required />
      <TextField name="signedBy" label={t('offers.accept.signedBy')} />
      {signing === 'screen' ? <SignatureField name="signature" label={t('offers.accept.signHere')} required /> : null}
      {signing === 'paper' ? (
        <>
          <SelectField
            name="attachmentId"
            label={t('offers.accept.photo')}
            required
            choices={photos.map((one) => ({ value: one.id, label: `${one.name} · ${format.instant(one.takenAt)}` }))}
          />
          <div className={styles['papers']}>{papers}</div>
        </>
      ) : null}
    </Form>
  );
};
