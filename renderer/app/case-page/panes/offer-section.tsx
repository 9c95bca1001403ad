import { offerLadder } from '../../../../shared/mediations/rules.ts';
import { AttachmentStrip } from '../../../features/attachments/attachment-strip.tsx';
import { OfferLadder } from '../../../features/mediations/offer-ladder.tsx';
import { OfferPanel } from '../../../features/offers/offer-panel.tsx';
import { TalkPanel } from '../../../features/offers/talk-panel.tsx';
import { PaymentPart } from '../../../features/payments/payment-part.tsx';
import type { CasePanel } from '../../case-panel.ts';

type Props = CasePanel & { partyId: string; now: string };

/** Offers of one person with what was paid on each, the talks about them, and how the two sides came nearer. */
export const OfferSection = ({ file, partyId, can, now }: Props) => {
  const rungs = offerLadder(file, partyId);
  // One figure of ours is no movement yet.
  const isTalkedAbout = rungs.length > 1 || rungs.some(({ theirsFen }) => theirsFen !== null);
  const papers = (
    <AttachmentStrip
      caseId={file.case.id}
      partyId={partyId}
      subject="record"
      attachments={file.attachments.filter((one) => one.partyId === partyId && one.subject === 'record')}
      readOnly={!can('attachment.add')}
    />
  );
  return (
    <>
      <OfferPanel
        file={file}
        partyId={partyId}
        now={now}
        mayMake={can('offer.make')}
        papers={papers}
        of={(offer) => <PaymentPart file={file} offer={offer} now={now} mayPay={can('offer.make')} mayAsk={can('contact.record')} />}
      />
      <TalkPanel file={file} partyId={partyId} now={now} mayRecord={can('contact.record')} />
      {isTalkedAbout ? <OfferLadder rungs={rungs} now={now} /> : null}
    </>
  );
};
