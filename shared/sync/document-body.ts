import type { z } from 'zod';
import { err, ok, type Result } from '../kernel/result.ts';
import { packFlaw } from '../standards/pack-flaw.ts';
import { documentBodySchemas, type DocumentKind } from './published.ts';

/** Why a published document cannot be used. Kept by name on devices, so a name is never reused. */
export const documentFlawCodes = [
  'shape',
  'language',
  'empty',
  'double',
  'version-taken',
  'duplicate-id',
  'unknown-fact',
  'unknown-topic',
  'step-order',
  'fact-changed',
] as const;
export type DocumentFlawCode = (typeof documentFlawCodes)[number];

/** `place` leads to the value: names joined by dots, entries by their own id where they have one. */
export type DocumentFlaw = { readonly code: DocumentFlawCode; readonly place: string };

export type BodyOf<Kind extends DocumentKind> = z.infer<(typeof documentBodySchemas)[Kind]>;

/** Reads a body as its kind, with the same schema on the publisher's machine, at the hub and on every device. */
export const readBody = <Kind extends DocumentKind>(kind: Kind, body: unknown): Result<BodyOf<Kind>, DocumentFlaw> => {
  const parsed = documentBodySchemas[kind].safeParse(body);
  if (parsed.success) {
    const flaw = kind === 'standards-pack' ? packFlaw(parsed.data as BodyOf<'standards-pack'>) : null;
    return flaw === null ? ok(parsed.data as BodyOf<Kind>) : err(flaw);
  }
  const path = parsed.error.issues[0]?.path ?? [];
  const language = kind === 'wording-rules' && ['zh', 'en'].includes(String(path.at(-1)));
  return err({ code: language ? 'language' : 'shape', place: placeOf(body, path) || 'body' });
};

/** Numbers of a list are no help to whoever has to mend it: the entry's own id stands there where it has one. */
const placeOf = (body: unknown, path: readonly PropertyKey[]): string => {
  const names: string[] = [];
  let value: unknown = body;
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
    const id = typeof value === 'object' && value !== null && typeof step === 'number' ? (value as { id?: unknown }).id : undefined;
    names.push(typeof id === 'string' && id !== '' ? id : String(step));
  }
  return names.join('.');
};
