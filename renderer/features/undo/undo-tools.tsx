import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../i18n/problem-text.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { behindDialog, useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { useKindName } from './use-kind-name.ts';

/** 撤销: Ctrl+Z takes my newest change of this case back, also after a restart; the history shows the others. */
export const UndoTools = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const { api } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const nameOf = useKindName();
  const [open, setOpen] = useState(false);
  const undo = async (): Promise<void> => {
    let name = '';
    const problem = await attempt(async () => {
      const newest = (await api.undo.list({ caseId })).find((line) => !line.undone);
      if (newest === undefined || newest.problem !== null) return setOpen(true);
      name = nameOf(newest.kind);
      await api.undo.run({ caseId, changeId: newest.changeId, reason: t('undo.reason') });
    });
    if (problem !== null) toast.failed(problemText(t, problem));
    else if (name !== '') toast.done(t('undo.done', { name }));
  };
  useShortcut({ combo: 'ctrl+z', label: t('undo.button'), whileTyping: false, run: () => (behindDialog() ? undefined : void undo()) });
  return (
    <>
      <Button size="small" onClick={() => void undo()} title="Ctrl Z">
        {t('undo.button')}
      </Button>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('undo.history')}
      </Button>
      {open ? <UndoDialog caseId={caseId} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
