import { advanceProblemCodes } from './advances/errors.ts';
import { attachmentProblemCodes } from './attachments/errors.ts';
import { backupProblemCodes } from './backups/errors.ts';
import { caseProblemCodes } from './cases/errors.ts';
import { damageProblemCodes } from './damages/errors.ts';
import { disclosureProblemCodes } from './disclosures/errors.ts';
import { importProblemCodes } from './imports/errors.ts';
import { kernelProblemCodes } from './kernel/errors.ts';
import { letterProblemCodes } from './letters/errors.ts';
import { offerProblemCodes } from './offers/errors.ts';
import { paperProblemCodes } from './papers/errors.ts';
import { paymentProblemCodes } from './payments/errors.ts';
import { peopleProblemCodes } from './people/errors.ts';
import { promiseProblemCodes } from './promises/errors.ts';
import { scenarioProblemCodes } from './scenarios/errors.ts';
import { settlementProblemCodes } from './settlement/errors.ts';
import { standardsProblemCodes } from './standards/errors.ts';
import { statementProblemCodes } from './statements/errors.ts';
import { syncProblemCodes } from './sync/errors.ts';
import { undoProblemCodes } from './undo/errors.ts';
import { vaultProblemCodes } from './vault/errors.ts';
import { wordingProblemCodes } from './wording/errors.ts';

/** Every expected problem the core may answer with; the renderer has a message for each in both languages. */
export const problemCodes = [
  ...kernelProblemCodes,
  ...advanceProblemCodes,
  ...letterProblemCodes,
  ...scenarioProblemCodes,
  ...offerProblemCodes,
  ...paymentProblemCodes,
  ...undoProblemCodes,
  ...vaultProblemCodes,
  ...caseProblemCodes,
  ...attachmentProblemCodes,
  ...importProblemCodes,
  ...backupProblemCodes,
  ...disclosureProblemCodes,
  ...damageProblemCodes,
  ...paperProblemCodes,
  ...peopleProblemCodes,
  ...promiseProblemCodes,
  ...settlementProblemCodes,
  ...standardsProblemCodes,
  ...statementProblemCodes,
  ...syncProblemCodes,
  ...wordingProblemCodes,
] as const;
