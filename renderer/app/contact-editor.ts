import { createContext, useContext } from 'react';

/** What the editor already knows when it opens: the case on the page, the person, the step. */
export type ContactStart = {
  caseId?: string;
  partyId?: string | null;
  step?: number;
  /** A topic to tell; it is put into the log at once. */
  topic?: string;
  /** The log that the new one corrects. */
  correctsLogId?: string;
};

export type OpenContactEditor = (start?: ContactStart) => void;

const ContactEditorContext = createContext<OpenContactEditor>(() => undefined);
export const ContactEditorProvider = ContactEditorContext.Provider;

/** Opens the contact log editor from anywhere. */
export const useContactEditor = (): OpenContactEditor => useContext(ContactEditorContext);
