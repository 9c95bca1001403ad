import type { DocumentKind } from '../../../shared/documents/model.ts';
import type { Paper } from './paper.ts';
import { advancePaper } from './papers/advance.tsx';
import { calculationSheetPaper } from './papers/calculation-sheet.tsx';
import { callbackPaper } from './papers/callback.tsx';
import { closingReportPaper } from './papers/closing-report.tsx';
import { decisionPaper } from './papers/decision.tsx';
import { delayPaper } from './papers/delay.tsx';
import { costComparisonPaper } from './papers/cost-comparison.tsx';
import { partialPaymentPaper, refusalPaper } from './papers/determination.tsx';
import { doctorPaper } from './papers/doctor.tsx';
import { escalationPaper } from './papers/escalation.tsx';
import { handOverPaper } from './papers/hand-over.tsx';
import { interviewPaper } from './papers/interview.tsx';
import { itemReviewPaper } from './papers/item-review.tsx';
import { mediationPaper } from './papers/mediation.tsx';
import { missingPapersPaper } from './papers/missing-papers.tsx';
import { noticePaper } from './papers/notice.tsx';
import { originalsPaper } from './papers/originals.tsx';
import { privacyPaper } from './papers/privacy.tsx';
import { progressPaper } from './papers/progress.tsx';
import { toldLedgerPaper } from './papers/told-ledger.tsx';
import { visitPaper } from './papers/visit.tsx';

/** Every template by its kind; a kind without a template does not compile. */
export const paperByKind: Readonly<Record<DocumentKind, Paper>> = {
  toldLedger: toldLedgerPaper,
  callback: callbackPaper,
  notice: noticePaper,
  privacy: privacyPaper,
  visit: visitPaper,
  interview: interviewPaper,
  doctor: doctorPaper,
  missingPapers: missingPapersPaper,
  originals: originalsPaper,
  advance: advancePaper,
  progress: progressPaper,
  delay: delayPaper,
  mediation: mediationPaper,
  itemReview: itemReviewPaper,
  calculationSheet: calculationSheetPaper,
  partialPayment: partialPaymentPaper,
  refusal: refusalPaper,
  costComparison: costComparisonPaper,
  escalation: escalationPaper,
  decision: decisionPaper,
  handOver: handOverPaper,
  closingReport: closingReportPaper,
};
