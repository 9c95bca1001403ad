import { advancesContract } from './advances/contract.ts';
import { attachmentsContract } from './attachments/contract.ts';
import { backupsContract } from './backups/contract.ts';
import { casesContract } from './cases/contract.ts';
import { clocksContract } from './clocks/contract.ts';
import { complaintsContract } from './complaints/contract.ts';
import { contactsContract } from './contacts/contract.ts';
import { damagesContract } from './damages/contract.ts';
import { disclosuresContract } from './disclosures/contract.ts';
import { doctorsContract } from './doctors/contract.ts';
import { documentsContract } from './documents/contract.ts';
import { draftsContract } from './drafts/contract.ts';
import { escalationsContract } from './escalations/contract.ts';
import { factsContract } from './facts/contract.ts';
import { importsContract } from './imports/contract.ts';
import { lettersContract } from './letters/contract.ts';
import { mediationsContract } from './mediations/contract.ts';
import { offersContract } from './offers/contract.ts';
import { papersContract } from './papers/contract.ts';
import { partiesContract } from './parties/contract.ts';
import { paymentsContract } from './payments/contract.ts';
import { peopleContract } from './people/contract.ts';
import { promisesContract } from './promises/contract.ts';
import { scenariosContract } from './scenarios/contract.ts';
import { searchContract } from './search/contract.ts';
import { settingsContract } from './settings/contract.ts';
import { settlementContract } from './settlement/contract.ts';
import { standardsContract } from './standards/contract.ts';
import { statementsContract } from './statements/contract.ts';
import { stepsContract } from './steps/contract.ts';
import { syncContract } from './sync/contract.ts';
import { undoContract } from './undo/contract.ts';
import { vaultContract } from './vault/contract.ts';
import { wordingContract } from './wording/contract.ts';

/** Everything a window can ask of the core. One line per feature. */
export const contract = {
  advances: advancesContract,
  attachments: attachmentsContract,
  backups: backupsContract,
  cases: casesContract,
  clocks: clocksContract,
  complaints: complaintsContract,
  contacts: contactsContract,
  damages: damagesContract,
  disclosures: disclosuresContract,
  doctors: doctorsContract,
  documents: documentsContract,
  drafts: draftsContract,
  escalations: escalationsContract,
  facts: factsContract,
  imports: importsContract,
  letters: lettersContract,
  mediations: mediationsContract,
  offers: offersContract,
  papers: papersContract,
  parties: partiesContract,
  payments: paymentsContract,
  people: peopleContract,
  promises: promisesContract,
  scenarios: scenariosContract,
  search: searchContract,
  settings: settingsContract,
  settlement: settlementContract,
  standards: standardsContract,
  statements: statementsContract,
  steps: stepsContract,
  sync: syncContract,
  undo: undoContract,
  vault: vaultContract,
  wording: wordingContract,
};
