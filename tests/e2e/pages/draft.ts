import type { WebSocket } from '@playwright/test';

type Frame = { payload: string | Buffer };

/**
 * Resolves when the core has answered the writing down of a draft with this in it. Drafts are kept silently, so the screen says
 * nothing of it. To be called before this is entered.
 */
export const draftKept = async (socket: WebSocket, part: string): Promise<void> => {
  const keeps = ({ payload }: Frame): boolean => [`/drafts/keep`, part].every((one) => payload.toString().includes(one));
  const { payload } = await socket.waitForEvent('framesent', keeps);
  const { i } = JSON.parse(payload.toString()) as { i: string };
  await socket.waitForEvent('framereceived', ({ payload: answer }: Frame) => answer.toString().startsWith(`{"i":"${i}",`));
};
