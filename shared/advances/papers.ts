import type { Attachment } from '../attachments/model.ts';
import type { Case } from '../cases/model.ts';
import type { TreatmentEstimate } from '../doctors/model.ts';
import type { InjuredParty } from '../parties/model.ts';

/** 垫付资料: what a request is decided on. Source: product.md, advance payment branch. */
const advancePapers = ['scenePhotos', 'policeFinding', 'hospital', 'estimate'] as const;

/** `there`: in the file. `missing`: to be brought. `if-any`: asked for only where it exists. */
export type AdvancePaper = { id: (typeof advancePapers)[number]; state: 'there' | 'missing' | 'if-any'; what: string | number | null };

type File = {
  case: Pick<Case, 'liabilityFinding' | 'hospital'>;
  parties: readonly Pick<InjuredParty, 'id' | 'hospital'>[];
  attachments: readonly Pick<Attachment, 'subject' | 'paperId' | 'voidReason'>[];
  estimates: readonly Pick<TreatmentEstimate, 'partyId' | 'costFen' | 'voidReason'>[];
  papers: readonly { id: string; wordingId: string | null; receivedAt: string | null; voidReason: string | null }[];
};

/** Which of the papers the file has already: nothing is asked for twice. */
export const advancePapersOf = (file: File, partyId: string): AdvancePaper[] => {
  const photos = file.attachments.filter((one) => one.subject === 'scene' && one.voidReason === null).length;
  const finding = file.papers.some((one) => one.wordingId === 'policeFinding' && one.receivedAt !== null && one.voidReason === null);
  const hospital = file.parties.find((one) => one.id === partyId)?.hospital ?? file.case.hospital;
  const estimate = file.estimates.findLast((one) => one.partyId === partyId && one.costFen !== null && one.voidReason === null);
  return [
    { id: 'scenePhotos', state: photos > 0 ? 'there' : 'missing', what: photos },
    { id: 'policeFinding', state: finding ? 'there' : 'if-any', what: null },
    { id: 'hospital', state: hospital === null ? 'missing' : 'there', what: hospital },
    { id: 'estimate', state: estimate === undefined ? 'missing' : 'there', what: estimate?.costFen ?? null },
  ];
};
