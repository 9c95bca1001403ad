import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/offers/model.ts';
import type { Api } from '../../app/api.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import type { OfferAct } from './offer-view.ts';

type Moves = Partial<Record<OfferAct, (offer: Offer) => Promise<void>>>;

/** Steps that need no form: handing in, approving, closing. Each says what came of it. */
export const useOfferMoves = (caseId: string): Moves => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const run = async (call: (api: Api) => Promise<string | null>): Promise<void> => {
    const said: { text: string | null } = { text: null };
    const problem = await attempt(async (api) => (said.text = await call(api)));
    if (problem !== null) toast.failed(problemText(t, problem));
    else if (said.text !== null) toast.done(said.text);
  };
  return {
    submit: ({ id, version }) =>
      run(async (api) => {
        const { state } = await api.offers.submit({ caseId, offerId: id });
        return t(state === 'approved' ? 'offers.panel.approvedOwn' : 'offers.panel.submitted', { version });
      }),
    approve: ({ id }) =>
      run(async (api) => {
        await api.offers.decide({ caseId, offerId: id, to: 'approved', reason: '' });
        return null;
      }),
    close: ({ id, version }) =>
      run(async (api) => {
        await api.offers.close({ caseId, offerId: id });
        return t('offers.panel.closedDone', { version });
      }),
  };
};
