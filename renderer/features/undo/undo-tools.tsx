import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { behindDialog, useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { useUndoNewest } from './use-undo-newest.ts';

/** 撤销: Ctrl+Z takes my newest change of this case back, also after a restart; the history shows the others. */
export const UndoTools = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const undo = useUndoNewest(caseId, () => setOpen(true));
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
