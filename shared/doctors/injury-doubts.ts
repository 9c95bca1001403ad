import { partsIn, partsOfRegion, sidesIn } from './body.ts';
import type { InjuryMark } from './model.ts';

/** What was said about the accident: the person's own words, or the course as the case tells it. */
export type AccidentWords = { text: string; from: 'injured' | 'course' };

type Mark = Pick<InjuryMark, 'id' | 'region' | 'side' | 'kind' | 'source'>;

/**
 * A doubt the rules propose; a person raises it or leaves it. B1: the words name one side, every doctor's mark lies on the other.
 * B2: the words name parts of the body, no doctor's mark lies there. B3: doctor and person mark the same region on different sides.
 */
export type DoubtProposal =
  | { rule: 'B1'; words: AccidentWords; said: 'left' | 'right'; markIds: readonly string[] }
  | { rule: 'B2'; words: AccidentWords; markIds: readonly string[] }
  | { rule: 'B3'; markIds: readonly [string, string] };

const byDoctor = ({ source }: Mark): boolean => source === 'doctor' || source === 'paper';

/** Doubts from comparing the marks with the words about the accident. Never raised by itself. */
export const proposeDoubts = (marks: readonly Mark[], words: readonly AccidentWords[]): DoubtProposal[] => {
  const doctors = marks.filter(byDoctor);
  const sided = doctors.filter(({ side }) => side !== 'middle');
  const ofWords = words.flatMap((one): DoubtProposal[] => [...sideDoubt(one, sided), ...partDoubt(one, doctors)]);
  return [
    ...ofWords,
    ...markDoubts(
      doctors,
      marks.filter((mark) => !byDoctor(mark)),
    ),
  ];
};

const idsOf = (marks: readonly Mark[]): string[] => marks.map(({ id }) => id);

const sideDoubt = (words: AccidentWords, sided: readonly Mark[]): DoubtProposal[] => {
  const [said, ...more] = sidesIn(words.text);
  if (said === undefined || more.length > 0 || sided.length === 0 || sided.some(({ side }) => side === said)) return [];
  return [{ rule: 'B1', words, said, markIds: idsOf(sided) }];
};

const partDoubt = (words: AccidentWords, doctors: readonly Mark[]): DoubtProposal[] => {
  const parts = partsIn(words.text);
  if (parts.length === 0 || doctors.length === 0) return [];
  const meets = doctors.some(({ region }) => partsOfRegion(region).some((part) => parts.includes(part)));
  return meets ? [] : [{ rule: 'B2', words, markIds: idsOf(doctors) }];
};

const markDoubts = (doctors: readonly Mark[], others: readonly Mark[]): DoubtProposal[] =>
  doctors.flatMap((mark): DoubtProposal[] => {
    if (mark.side === 'middle') return [];
    const opposite = mark.side === 'left' ? 'right' : 'left';
    const same = others.some(({ region, side }) => region === mark.region && side === mark.side);
    const other = others.find(({ region, side }) => region === mark.region && side === opposite);
    return other === undefined || same ? [] : [{ rule: 'B3', markIds: [mark.id, other.id] }];
  });
