import type { contract } from '../../shared/contract.ts';
import { advancesHandlers } from './advances/handlers.ts';
import { attachmentsHandlers } from './attachments/handlers.ts';
import { backupsHandlers } from './backups/handlers.ts';
import { complaintsHandlers } from './complaints/handlers.ts';
import { disclosuresHandlers } from './disclosures/handlers.ts';
import { doctorsHandlers } from './doctors/handlers.ts';
import { draftsHandlers } from './drafts/handlers.ts';
import { escalationsHandlers } from './escalations/handlers.ts';
import { factsHandlers } from './facts/handlers.ts';
import type { Handlers } from './handlers.ts';
import { lettersHandlers } from './letters/handlers.ts';
import { mediationsHandlers } from './mediations/handlers.ts';
import { papersHandlers } from './papers/handlers.ts';
import { paymentsHandlers } from './payments/handlers.ts';
import { promisesHandlers } from './promises/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { statementsHandlers } from './statements/handlers.ts';
import { syncHandlers } from './sync/handlers.ts';
import { undoHandlers } from './undo/handlers.ts';
import { vaultHandlers } from './vault/handlers.ts';
import { importsHandlers } from './workflows/import-handlers.ts';
import { damagesHandlers } from './workflows/damage-handlers.ts';
import { scenariosHandlers } from './workflows/scenario-handlers.ts';
import { documentsHandlers } from './workflows/document-handlers.ts';
import { offersHandlers } from './workflows/offer-handlers.ts';
import { partiesHandlers } from './workflows/party-handlers.ts';
import { peopleHandlers } from './workflows/people-handlers.ts';
import { settlementHandlers } from './workflows/settlement-handlers.ts';
import { wordingHandlers } from './workflows/wording-handlers.ts';
import { standardsHandlers } from './workflows/standards-handlers.ts';
import { casesHandlers, clocksHandlers, contactsHandlers, stepsHandlers } from './workflows/case-handlers.ts';

/** Handlers of every feature, one line each. */
export type AllHandlers = { [Slug in keyof typeof contract]: Handlers<Slug> };

export const allHandlers: AllHandlers = {
  advances: advancesHandlers,
  attachments: attachmentsHandlers,
  backups: backupsHandlers,
  cases: casesHandlers,
  clocks: clocksHandlers,
  complaints: complaintsHandlers,
  contacts: contactsHandlers,
  damages: damagesHandlers,
  disclosures: disclosuresHandlers,
  doctors: doctorsHandlers,
  documents: documentsHandlers,
  drafts: draftsHandlers,
  escalations: escalationsHandlers,
  facts: factsHandlers,
  imports: importsHandlers,
  letters: lettersHandlers,
  mediations: mediationsHandlers,
  offers: offersHandlers,
  papers: papersHandlers,
  parties: partiesHandlers,
  payments: paymentsHandlers,
  people: peopleHandlers,
  promises: promisesHandlers,
  scenarios: scenariosHandlers,
  search: searchHandlers,
  settings: settingsHandlers,
  settlement: settlementHandlers,
  standards: standardsHandlers,
  statements: statementsHandlers,
  steps: stepsHandlers,
  sync: syncHandlers,
  undo: undoHandlers,
  vault: vaultHandlers,
  wording: wordingHandlers,
};
