import { ok } from '../../../shared/kernel/result.ts';
import { assignCase, listAssignees } from '../cases/assign-case.ts';
import { closeCase, reopenCase } from '../cases/close-case.ts';
import { editCase } from '../cases/edit-case.ts';
import { filterChoices } from '../cases/filter-choices.ts';
import { listCases } from '../cases/list-cases.ts';
import { registerCase } from '../cases/register-case.ts';
import { dropView, savedViews, saveView } from '../cases/saved-views.ts';
import { voidRow } from '../cases/void-row.ts';
import { changeRules, listRules } from '../clocks/change-rules.ts';
import { dismissWarning, restoreWarnings } from '../clocks/dismiss-warning.ts';
import { myClocks } from '../clocks/my-clocks.ts';
import { confirmTime } from '../clocks/read-time.ts';
import { answerQuestion } from '../contacts/answer-question.ts';
import type { Handlers } from '../handlers.ts';
import { readSettings } from '../settings/setting-rows.ts';
import { decideStep } from '../steps/decide-step.ts';
import { computingSession } from './computing-session.ts';
import { driftEffects } from './drift-effects.ts';
import { openCase } from './open-case.ts';
import { recordContact } from './record-contact.ts';
import { isOfCompany } from './publish-for-company.ts';
import { publishRules } from './publish-rules.ts';
import { today } from './today.ts';
import { warnings } from './warnings.ts';

// Procedures whose answer needs more than one feature are bound here; features never import each other.

export const casesHandlers: Handlers<'cases'> = {
  list: ({ session }, input) => listCases(session, input, readSettings(session.read).silentDays),
  filterChoices: ({ session }) => filterChoices(session),
  open: ({ session }, input) => openCase(session, input),
  driftEffects: ({ session }, input) => driftEffects(session, input),
  register: ({ session }, input) => registerCase(session, input),
  edit: ({ session }, input) => editCase(computingSession(session, input.caseId), input),
  close: ({ session }, input) => closeCase(session, input),
  assignees: ({ session }, { caseId }) => listAssignees(session, caseId),
  assign: ({ session }, input) => assignCase(session, input),
  reopen: ({ session }, input) => reopenCase(session, input),
  voidRow: ({ session }, input) => voidRow(computingSession(session, input.caseId), input),
  views: ({ session }) => savedViews(session),
  saveView: ({ session }, input) => saveView(session, input),
  dropView: ({ session }, input) => dropView(session, input),
};

export const contactsHandlers: Handlers<'contacts'> = {
  record: ({ session }, input) => recordContact(session, input),
  answerQuestion: ({ session }, input) => answerQuestion(session, input),
};

export const stepsHandlers: Handlers<'steps'> = {
  decide: ({ session }, input) => decideStep(session, { ...input, silentDays: readSettings(session.read).silentDays }),
};

export const clocksHandlers: Handlers<'clocks'> = {
  today: ({ session }) => today(session),
  warnings: ({ session }) => warnings(session),
  dismissWarning: ({ session }, input) => dismissWarning(session, input),
  restoreWarnings: ({ session }, input) => restoreWarnings(session, input),
  time: ({ session }) => ok(session.clock.check()),
  confirmTime: ({ session }) => confirmTime(session),
  mine: ({ session }) => myClocks(session),
  rules: ({ session }) => ok(listRules(session)),
  changeRules: (call, input) => (isOfCompany(call.session.read) ? publishRules(call, input) : changeRules(call.session, input)),
};
