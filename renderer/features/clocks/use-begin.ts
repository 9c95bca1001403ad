import { useContactEditor } from '../../app/contact-editor.ts';
import { useGo } from '../../app/go.ts';
import { beginningOf } from './today-view.ts';

/** Starts the work that a clock asks for. */
export const useBegin = (): ((clock: Parameters<typeof beginningOf>[0]) => void) => {
  const go = useGo();
  const openContact = useContactEditor();
  return (clock) => {
    const beginning = beginningOf(clock);
    if (beginning.kind === 'contact') openContact(beginning.start);
    else if (beginning.kind === 'escalation') go.escalations(beginning.escalationId ?? undefined);
    else go.case(beginning.caseId, beginning.place);
  };
};
