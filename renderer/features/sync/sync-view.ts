import type { z } from 'zod';
import { may } from '../../../shared/people/access.ts';
import type { syncStatusSchema } from '../../../shared/sync/contract.ts';
import type { Api } from '../../app/api.ts';

export type SyncStatus = z.infer<typeof syncStatusSchema>;
export type Content = Awaited<ReturnType<Api['sync']['content']>>;
export type HandOver = Awaited<ReturnType<Api['sync']['handOver']>>;

type Lane = 'thumbnails' | 'originals';

const minutesPerDay = 1_440;

/** What a line about a file that waits says of it. */
export const sentFileOf = (values: Record<string, unknown>): { small: string | null; original: string; name: string } => ({
  small: typeof values['thumbnailSha256'] === 'string' ? values['thumbnailSha256'] : null,
  original: String(values['sha256']),
  name: String(values['name'] ?? ''),
});

/** Whether a new row names a picture that can be shown. */
export const isPicture = (entity: string, values: Record<string, unknown>): boolean =>
  entity === 'attachment' && (values['kind'] === 'photo' || typeof values['thumbnailSha256'] === 'string');

/** Whole days until the hub must have been reached; null without a lease. */
export const leaseDaysLeft = ({ lease }: SyncStatus, now: string): number | null =>
  lease === null ? null : Math.floor((Date.parse(lease.endsAt) - Date.parse(now)) / 60_000 / minutesPerDay);

/** Days before the end of the lease from which on the person is told on every page. */
export const leaseTellDays = 3;

export const sections = ['changes', 'conflicts', 'delivery', 'handed-over', 'inbox'] as const;
export type Section = (typeof sections)[number];

/** Alone there is nothing to come back or to be handed over; only who decides has an inbox. */
export const sectionsFor = ({ mode, hub }: Pick<SyncStatus, 'mode' | 'hub'>): readonly Section[] => {
  if (mode === 'alone') return ['changes', 'delivery'];
  const decides = hub !== null && may(hub.role, 'quarantine.decide', 'open');
  return sections.filter((one) => one !== 'inbox' || decides);
};

/** The section an address names; anything else is the list of changes. */
export const sectionOf = (view: unknown): Section => sections.find((one) => one === view) ?? 'changes';

const problems = new Set(['offline', 'cut', 'deadline', 'storage', 'hub.busy', 'hub.fault', 'revoked', 'relogin', 'too-many', 'forbidden']);

/** Key of the sentence for what the loop met; codes without words of their own share one. */
export const problemKey = (problem: string): string => `sync.problem.${problems.has(problem) ? problem.replace('hub.', 'hub-') : 'other'}`;

/** What a lane of files is doing: sending with how much, on hold, waiting its turn, or at rest. */
export const sendingKey = (content: Pick<Content, 'sending' | 'originalsHeld' | Lane>, lane: Lane): string => {
  if (content.sending !== null && `${content.sending.lane}s` === lane) return 'sync.lane.sending';
  if (lane === 'originals' && content.originalsHeld) return 'sync.lane.held';
  return content[lane].waiting > 0 ? 'sync.lane.queued' : 'sync.lane.rest';
};

/** What the loop is doing, in a few words: the steps between are of no use to a person. */
export const phaseKey = ({ mode, phase, held, problem, counts }: SyncStatus): string => {
  if (phase === 'stopped') return 'sync.phase.stopped';
  if (phase === 'waiting') return problem === 'offline' ? 'sync.phase.offline' : 'sync.phase.waiting';
  if (phase === 'idle') {
    if (mode === 'signed-out') return 'sync.phase.signedOut';
    if (held) return 'sync.phase.held';
    // What was just written is sent after a moment, together with what follows it.
    return counts.waiting > 0 ? 'sync.phase.soon' : 'sync.phase.idle';
  }
  return phase === 'push' ? 'sync.phase.sending' : 'sync.phase.fetching';
};
