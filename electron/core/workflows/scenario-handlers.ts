import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { saveScenarios } from '../scenarios/save-scenarios.ts';
import { openScenarios } from './open-scenarios.ts';

export const scenariosHandlers: Handlers<'scenarios'> = {
  open: ({ session }, input) => openScenarios(session, input),
  save: ({ session }, input) => saveScenarios(session, { ...input, caseId: input.caseId as CaseId }),
};
