import { Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfferAcceptance } from '../../../shared/offers/acceptance-model.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { DrawnLines } from '../../ui/form/signature-field.tsx';
import { SignedText } from './accept-dialog.tsx';
import { shortHash } from './offer-view.ts';
import styles from './offers.module.css';

/** What was signed, and whether text, offer and signature still belong together. */
export const SignedDialog = ({ offer, row, onClose }: { offer: Offer; row: OfferAcceptance; onClose: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { queries } = useCore();
  const input = { caseId: row.caseId ?? '', acceptanceId: row.id };
  const { data: check } = useQuery(queries.offers.verifyAcceptance.queryOptions({ input }));
  return (
    <Dialog title={t('offers.signed.title', { version: offer.version })} width={720} onClose={onClose}>
      <SignedText text={row.text} label={t('offers.accept.text')} />
      <p className={styles['checked']}>
        {check === undefined ? null : (
          <Tag color={check.broken === null ? 'success' : 'error'}>
            {t(check.broken === null ? 'offers.signed.sound' : `offers.signed.broken.${check.broken}`)}
          </Tag>
        )}
        <span className={styles['second']}>
          {[
            t('offers.signed.by', { name: row.signedBy ?? '', at: format.instant(row.signedAt) }),
            t(`offers.signing.${row.signing}`),
            t('offers.signed.explained', { name: row.explainedByName ?? '', understood: t(`offers.understood.${row.understood}`) }),
            t('offers.accept.hash', { hash: shortHash(row.textHash) }),
          ].join(' · ')}
        </span>
      </p>
      {row.signature === null ? null : (
        <DrawnLines drawn={row.signature} label={t('offers.signed.signature', { name: row.signedBy ?? '' })} />
      )}
    </Dialog>
  );
};
