import type { CaseFile } from '../../../shared/cases/contract.ts';
import { proposeDoubts, type AccidentWords, type DoubtProposal } from '../../../shared/doctors/injury-doubts.ts';
import type { InjuryMark } from '../../../shared/doctors/model.ts';

export const marksOf = (file: CaseFile, partyId: string | null): InjuryMark[] =>
  file.marks.filter((mark) => mark.partyId === partyId && mark.voidReason === null);

/** The accident in the person's own words and the course as the case tells it. */
const accidentWords = (file: CaseFile, partyId: string): AccidentWords[] => {
  const own = file.facts
    .filter(({ topic, partyId: about, voidReason }) => topic === 'accidentInOwnWords' && about === partyId && voidReason === null)
    .flatMap(({ value }): AccidentWords[] => (value?.kind === 'text' ? [{ text: value.text, from: 'injured' }] : []));
  const course = file.case.accidentCourse ?? '';
  return course === '' ? own : [...own, { text: course, from: 'course' }];
};

/** Doubts the rules propose from the marks and the words of this person. */
export const proposalsOf = (file: CaseFile, partyId: string): DoubtProposal[] =>
  proposeDoubts(marksOf(file, partyId), accidentWords(file, partyId));
