import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { EscalateDialog, PutDialog, ReplyDialog } from './offer-dialogs.tsx';
import type { OfferAction } from './offer-view.ts';
import { SignedDialog } from './signed-dialog.tsx';

type Props = { file: CaseFile; action: OfferAction; now: string; limitFen: number; papers: ReactNode; onClose: () => void };

/** The dialog that a step of an offer asks for. */
export const OfferActs = ({ file, action: { act, offer }, now, limitFen, papers, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const caseId = file.case.id;
  const signed = file.acceptances.find(({ offerId }) => offerId === offer.id);
  const partyName = file.parties.find(({ id }) => id === offer.partyId)?.name ?? null;
  switch (act) {
    case 'return':
      return (
        <ReasonDialog
          title={t('offers.return.title', { version: offer.version })}
          confirm={t('offers.return.confirm')}
          onConfirm={(reason) => attempt((api) => api.offers.decide({ caseId, offerId: offer.id, to: 'draft', reason }))}
          onClose={onClose}
        />
      );
    case 'escalate':
      return <EscalateDialog caseId={caseId} offer={offer} limitFen={limitFen} onClose={onClose} />;
    case 'put':
      return <PutDialog caseId={caseId} offer={offer} now={now} partyName={partyName} onClose={onClose} />;
    case 'reply':
      return <ReplyDialog caseId={caseId} offer={offer} onClose={onClose} />;
    case 'accept':
      return <AcceptDialog file={file} offer={offer} papers={papers} onClose={onClose} />;
    case 'signed':
      return signed === undefined ? null : <SignedDialog offer={offer} row={signed} onClose={onClose} />;
    default:
      return null;
  }
};
