import type { CaseFile } from '../../../shared/cases/contract.ts';
import { knownElsewhere } from '../../../shared/wording/known-elsewhere.ts';
import type { GuidePoint } from '../../../shared/wording/model.ts';

/** A line of the checklist as it stands: ticked by hand, or by what was recorded. */
export type Tick = { point: GuidePoint; done: boolean; /** False when recording its topic or fact is what ticks it. */ byHand: boolean };

/** Hand-made ticks are facts of their own, so that who ticked and when stays readable. */
export const tickTopic = (step: number, point: GuidePoint): string => `guide.${step}.${point.id}`;

const tickedByHand = (file: CaseFile, topic: string, partyId: string | null): boolean => {
  const last = file.facts
    .filter((fact) => fact.topic === topic && fact.partyId === partyId && fact.voidReason === null)
    .toSorted((a, b) => a.saidAt.localeCompare(b.saidAt) || a.at.localeCompare(b.at))
    .at(-1);
  return last?.value?.kind === 'choice' && last.value.choice === 'yes';
};

export const ticksOf = (input: { file: CaseFile; partyId: string | null; step: number; points: readonly GuidePoint[] }): Tick[] => {
  const { file, partyId, step, points } = input;
  const ofParty = (row: { partyId: string | null; voidReason: string | null }): boolean =>
    row.voidReason === null && (row.partyId === null || row.partyId === partyId);
  const elsewhere = knownElsewhere(file, partyId);
  return points.map((point) => {
    const told = point.topicId !== undefined && file.disclosures.some((row) => row.topic === point.topicId && ofParty(row));
    const known =
      point.factId !== undefined && (elsewhere.has(point.factId) || file.facts.some((row) => row.topic === point.factId && ofParty(row)));
    const byHand = point.topicId === undefined && point.factId === undefined;
    return { point, byHand, done: told || known || tickedByHand(file, tickTopic(step, point), partyId) };
  });
};
