import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InjuredParty } from '../../../shared/parties/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useEdited } from '../../ui/form/edited.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import { partyChange, partyFields, partyValuesOf, type PartyValues } from './party-fields.ts';

type Props = { caseId: string; party: InjuredParty | null; onClose: () => void; onAdded?: (partyId: string) => void };

/** Adds an injured party or edits one. */
export const PartyDialog = ({ caseId, party, onClose, onAdded }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [initial] = useState(() => partyValuesOf(party));
  const edited = useEdited(party?.rev ?? 0, initial);
  const save = (input: PartyValues) => {
    if (party !== null) {
      const { id: partyId } = party;
      return edited.save(input, (seen, values) =>
        attempt((api) => api.parties.edit({ caseId, partyId, seen, values: partyChange(values) })),
      );
    }
    return attempt(async (api) => {
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
      {...(party === null ? {} : { edited })}
      draft={{ key: `party:${party?.id ?? `new:${caseId}`}`, caseId }}
      saveLabel={t('parties.form.save')}
      onSave={save}
      onClose={onClose}
    />
  );
};
