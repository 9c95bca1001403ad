import { createContext, useContext } from 'react';

const RegisterCaseContext = createContext<() => void>(() => undefined);
export const RegisterCaseProvider = RegisterCaseContext.Provider;

/** Opens the form for a new case from anywhere. */
export const useRegisterCase = (): (() => void) => useContext(RegisterCaseContext);
