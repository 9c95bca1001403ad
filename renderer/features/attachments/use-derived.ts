import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/attachments/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { refusalWords } from './attachment-view.ts';
import { burnIn } from './burn-in.ts';
import { derivationOf, derivedName, type Edit } from './edit-view.ts';
import { makeThumbnail } from './thumbnail.ts';

/** Keeps an edited picture as a new attachment that names the one it was made from. */
export const useDerived = (row: Attachment, onSaved: () => void) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [saving, setSaving] = useState(false);
  const store = async (picture: ImageBitmap, edit: Edit): Promise<Problem | null> => {
    const how = derivationOf(edit);
    const file = how === null ? null : await burnIn(picture, edit, derivedName(row.name, t(`attachments.derivation.${how}`)));
    if (how === null || file === null) return problem('attachment.wrong-type', 'file');
    const thumbnail = await makeThumbnail(file);
    const { partyId, logId, subject, takenAt, paperId } = row;
    const derived = { fromId: row.id, how };
    return attempt((api) =>
      api.attachments.add({ caseId: row.caseId ?? '', partyId, logId, subject, takenAt, paperId, derived, file, thumbnail }),
    );
  };
  const save = async (picture: ImageBitmap, edit: Edit): Promise<void> => {
    setSaving(true);
    try {
      const refused = await store(picture, edit);
      if (refused !== null) {
        toast.failed(refusalWords(t, refused) ?? problemText(t, refused));
        return;
      }
      toast.done(t('attachments.edit.saved'));
      onSaved();
    } finally {
      setSaving(false);
    }
  };
  return { saving, save };
};
