import { projectors } from '../../electron/core/workflows/projectors.ts';
import type { Session } from '../../electron/core/session.ts';
import type { ContactInput } from '../../shared/contacts/contract.ts';
import type { Problem } from '../../shared/kernel/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { addParty } from '../../electron/core/parties/save-party.ts';
import { registerCase } from '../../electron/core/cases/register-case.ts';
import { addPerson } from '../../electron/core/people/add-person.ts';
import { switchPerson } from '../../electron/core/people/switch-person.ts';
import { recordContact } from '../../electron/core/workflows/record-contact.ts';
import type { Role } from '../../shared/people/model.ts';
import { openTestCore, type TestCore } from './core.ts';

/** A set-up core with every projector, as the app starts it. */
export const openFullCore = (undo: (work: () => void) => void): Promise<TestCore> => openTestCore(undo, { projectors });

/** The value of a result that has to be there. */
export const must = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** Code and field of a refusal, for comparing; "ok" when there was none. */
export const refusalOf = (result: Result<unknown, Problem>): string =>
  result.ok ? 'ok' : `${result.error.code} @ ${result.error.field ?? '-'}`;

/** A case registered through its use-case. */
export const aCase = (session: Session, values: Parameters<typeof registerCase>[1]['values'] = {}): string => {
  const reportNumber = `R2026-${session.ids.next().slice(-6)}`;
  return must(registerCase(session, { values: { reportNumber, ...values } })).id;
};

export const aParty = (session: Session, caseId: string, values: Parameters<typeof addParty>[1]['values'] = {}): string =>
  must(addParty(session, { caseId, values: { name: '赵兰', ...values } })).id;

/** A contact with defaults for everything the test does not care about. */
export const contactInput = (session: Session, caseId: string, changes: Partial<ContactInput> = {}): ContactInput => ({
  caseId,
  logId: session.ids.next(),
  disclosures: [],
  promises: [],
  questions: [],
  facts: [],
  draftKey: null,
  ...changes,
  log: { step: 1, counterpart: 'insured', channel: 'phone', outcome: 'reached', contactAt: session.clock.now().at, ...changes.log },
});

export const aContact = (session: Session, caseId: string, changes: Partial<ContactInput> = {}): string =>
  must(recordContact(session, contactInput(session, caseId, changes))).id;

/** Adds a profile and lets it work here from now on. */
export const workAs = (session: Session, role: Role, name = `${role} one`): string => {
  const { id } = must(addPerson(session, { name, role, branch: '城北' }));
  must(switchPerson(session, { personId: id }));
  return id;
};
