import type { z } from 'zod';
import type { contentPlaces, syncContract } from '../../../shared/sync/contract.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { allContentPieces, contentPieces, leftContent, refusedContent, type Piece } from '../../db/content-rows.ts';
import { readState } from '../../db/sync-state.ts';
import { undelivered } from '../../sync/content/content-lane.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import type { SyncService } from '../sync-service.ts';
import { isAlone } from './change-rows.ts';

type Place = (typeof contentPlaces)[number];
type Status = z.infer<NonNullable<(typeof syncContract.content)['~orpc']['outputSchema']>>;

/** 文件通道: small pictures and originals, each counted from the rows and from what the store of files holds. */
export const contentStatus = ({ read, blobs }: Session, service: SyncService | null): Status => {
  const pieces = isAlone(read) ? [] : allContentPieces(read);
  const countOf = (lane: Piece['lane']) => {
    const own = pieces.filter((piece) => piece.lane === lane);
    return {
      delivered: own.filter(({ sent }) => sent).length,
      waiting: own.filter(({ sent, refused, sha256 }) => !sent && !refused && blobs.has(sha256)).length,
    };
  };
  const { sending, problem } = service?.content.state() ?? { sending: null, problem: null };
  return {
    thumbnails: countOf('thumbnail'),
    originals: countOf('original'),
    leftBehind: leftContent(read).filter(({ sha256 }) => blobs.has(sha256)).length,
    undelivered: readState(read, 'stop')?.revoked ? new Set(undelivered({ read, blobs }).map(({ attachmentId }) => attachmentId)).size : 0,
    originalsHeld: readState(read, 'holdOriginals') !== null,
    sending: sending && { lane: sending.lane, bytes: sending.bytes, sentBytes: sending.sentBytes },
    problem,
    refused: refusedContent(read),
  };
};

/** Where each original of a case is. Never "delivered" before the hub has said so. */
export const contentPlacesOf = (session: Session, caseId: string): Result<Record<string, Place>, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const alone = isAlone(session.read);
  const originals = contentPieces(session.read, caseId).filter(({ lane }) => lane === 'original');
  return ok(Object.fromEntries(originals.map((piece) => [piece.attachmentId, placeOf(piece, session.blobs.has(piece.sha256), alone)])));
};

const placeOf = ({ sent, refused }: Piece, here: boolean, alone: boolean): Place => {
  if (!here) return alone ? 'missing' : 'only-at-hub';
  if (alone) return 'here';
  if (sent) return 'delivered';
  return refused ? 'refused' : 'on-the-way';
};
