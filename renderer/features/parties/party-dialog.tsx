import { useTranslation } from 'react-i18next';
import type { InjuredParty } from '../../../shared/parties/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { changedFrom } from '../../ui/form/changed-from.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { partyChange, partyFields, partyValuesOf, type PartyValues } from './party-fields.ts';

type Props = { caseId: string; party: InjuredParty | null; onClose: () => void; onAdded?: (partyId: string) => void };

/** Adds an injured party or edits one. */
export const PartyDialog = ({ caseId, party, onClose, onAdded }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const initial = partyValuesOf(party);
  const save = (input: PartyValues) => {
    return attempt(async (api) => {
      if (party !== null) return api.parties.edit({ caseId, partyId: party.id, seen: party.rev, values: partyChange(changedFrom(initial, input)) });
      const { id } = await api.parties.add({ caseId, values: partyChange(input) });
      return onAdded?.(id);
    });
  };
  return (
    <RecordDialog<PartyValues>
      title={party === null ? t('parties.form.add') : t('parties.form.edit', { name: party.name })}
      width={820}
      initial={initial}
      fields={partyFields(t, party)}
      draft={{ key: `party:${party?.id ?? `new:${caseId}`}`, caseId }}
      saveLabel={t('parties.form.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
