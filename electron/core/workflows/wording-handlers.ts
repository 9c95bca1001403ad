import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Call, Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { readWording, wordingFile } from '../wording/read-wording.ts';
import { silence, silencedBy, suggestAgain } from '../wording/silence.ts';
import { wordingHere } from '../wording-here.ts';
import { isOfCompany, publishForCompany } from './publish-for-company.ts';

/** Words are the company's: its administrator publishes them. The hub asks again. */
const mayPublish = (session: Session): boolean => isOfCompany(session.read) && session.person().role === 'admin';

const here = (session: Session) => {
  const { version, receivedAt, bundle } = wordingHere(session.read);
  return {
    version,
    receivedAt,
    bundle: version === 0 ? null : bundle,
    forCompany: isOfCompany(session.read),
    mayPublish: mayPublish(session),
    silenced: silencedBy(session),
  };
};

const publish = async (call: Call, { file, seen }: { file: File; seen: number }): Promise<Result<{ version: number }, Problem>> => {
  if (!mayPublish(call.session)) return err(problem('forbidden'));
  const read = await readWording(call.session, file);
  if (!read.ok) return read;
  return publishForCompany(call, { kind: 'wording-rules', body: read.value.document, base: seen });
};

export const wordingHandlers: Handlers<'wording'> = {
  here: ({ session }) => ok(here(session)),
  template: ({ session }) => ok(wordingFile(session)),
  read: async ({ session }, { file }) => {
    if (!mayPublish(session)) return err(problem('forbidden'));
    const read = await readWording(session, file);
    return read.ok ? ok(read.value.preview) : read;
  },
  publish: (call, input) => publish(call, input),
  silence: ({ session }, input) => silence(session, input),
  suggestAgain: ({ session }, input) => suggestAgain(session, input),
};
