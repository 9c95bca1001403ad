import { createContext, useContext } from 'react';

/** Which telling to look at. */
export type DisclosureStart = { caseId: string; disclosureId: string };

type OpenDisclosure = (start: DisclosureStart) => void;

const DisclosureContext = createContext<OpenDisclosure>(() => undefined);
export const DisclosureProvider = DisclosureContext.Provider;

/** Opens one telling from anywhere: what was said, what rests on it, and how it is put right. */
export const useDisclosureOpener = (): OpenDisclosure => useContext(DisclosureContext);
