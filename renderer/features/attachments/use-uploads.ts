import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/attachments/model.ts';
import { problemOf, type Api } from '../../app/api.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { refusalWords, sizeProblem, takenAtOf } from './attachment-view.ts';
import { makeThumbnail } from './thumbnail.ts';

type Subject = Attachment['subject'];
export type Target = { caseId: string; partyId: string | null; logId: string | null; paperId: string | null };

/** One file on its way into the case. Refused ones keep their reason until they are dismissed. */
export type Upload = {
  key: number;
  file: File;
  subject: Subject;
  state: 'waiting' | 'sending' | 'added' | 'there' | 'refused';
  reason: string | null;
};

const send = async (api: Api, target: Target, { file, subject }: Upload): Promise<'added' | 'there'> => {
  const thumbnail = await makeThumbnail(file);
  const takenAt = takenAtOf(file.lastModified, Date.now());
  const { alreadyThere } = await api.attachments.add({ ...target, subject, takenAt, file, thumbnail });
  return alreadyThere ? 'there' : 'added';
};

const useReason = (): ((error: unknown) => string) => {
  const { t } = useTranslation();
  return (error) => {
    const problem = problemOf(error);
    return (problem === null ? null : refusalWords(t, problem)) ?? failureOf(t, error).text;
  };
};

/** Sends what is waiting, one by one; a refused file never stops the next one. */
const useQueue = (target: Target, uploads: readonly Upload[], settle: (key: number, part: Partial<Upload>) => void): void => {
  const { api } = useCore();
  const { t } = useTranslation();
  const reasonOf = useReason();
  const busy = uploads.some(({ state }) => state === 'sending');
  const next = busy ? undefined : uploads.find(({ state }) => state === 'waiting');
  const latest = useRef({ target, reasonOf });
  useEffect(() => {
    latest.current = { target, reasonOf };
  });
  useEffect(() => {
    if (next === undefined) return;
    const tooEarly = sizeProblem(next.file.size);
    if (tooEarly !== null) {
      settle(next.key, { state: 'refused', reason: refusalWords(t, tooEarly) });
      return;
    }
    settle(next.key, { state: 'sending' });
    send(api, latest.current.target, next).then(
      (state) => settle(next.key, { state }),
      (error: unknown) => settle(next.key, { state: 'refused', reason: latest.current.reasonOf(error) }),
    );
  }, [next, api, settle, t]);
};

/** The files dropped, chosen or pasted here since the strip is on the screen. */
export const useUploads = (target: Target) => {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const made = useRef(0);
  const settle = useCallback((key: number, part: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);
  const add = useCallback((files: readonly File[], subject: Subject) => {
    const fresh = files.map((file): Upload => {
      made.current += 1;
      return { key: made.current, file, subject, state: 'waiting', reason: null };
    });
    // A finished batch makes room for the next; refusals stay until they are dismissed.
    setUploads((all) => [
      ...(all.every(({ state }) => state !== 'waiting' && state !== 'sending') ? all.filter(({ state }) => state === 'refused') : all),
      ...fresh,
    ]);
  }, []);
  const retry = useCallback((key: number) => settle(key, { state: 'waiting', reason: null }), [settle]);
  const dismiss = useCallback((keys: readonly number[]) => setUploads((all) => all.filter(({ key }) => !keys.includes(key))), []);
  useQueue(target, uploads, settle);
  return { uploads, add, retry, dismiss };
};
