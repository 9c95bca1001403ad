import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Counterpart } from '../../../shared/contacts/model.ts';
import type { PaperTarget } from '../../../shared/papers/contract.ts';
import { isLineMissing, type PaperLine } from '../../../shared/papers/checklist.ts';
import type { PaperState } from '../../../shared/papers/model.ts';
import { isHeld, isIn, latePapers, roundOf, takenBack } from '../../../shared/papers/rules.ts';

/** What can be done to the chosen lines, in the order of the tools, with the key that does it. */
export const paperActs = ['notify', 'receive', 'check', 'refuse', 'giveBack', 'attach', 'waive', 'takeBack'] as const;
export type PaperAct = (typeof paperActs)[number];

export const keyOfAct: Record<PaperAct, string> = {
  notify: 'n',
  receive: 'r',
  check: 'c',
  refuse: 'x',
  giveBack: 'b',
  attach: 'p',
  waive: 'w',
  takeBack: 'u',
};

export const actOfKey = (key: string): PaperAct | null => paperActs.find((act) => keyOfAct[act] === key.toLowerCase()) ?? null;

const stateOf = ({ row }: PaperLine): PaperState => row?.state ?? 'wanted';
const isLineIn = ({ row }: PaperLine): boolean => row !== null && isIn(row);

/** Whether an action fits one line. */
const fits: Record<PaperAct, (line: PaperLine) => boolean> = {
  notify: (line) => !isLineIn(line) && line.need !== 'waived',
  receive: (line) => !isLineIn(line),
  check: (line) => stateOf(line) === 'received',
  refuse: (line) => stateOf(line) === 'received' || stateOf(line) === 'checked',
  giveBack: ({ row }) => row !== null && isHeld(row),
  attach: () => true,
  waive: (line) => !isLineIn(line),
  takeBack: ({ row }) => row !== null && takenBack(row) !== null,
};

/** Whether an action can be done to all chosen lines at once; a mixed choice does nothing by halves. */
export const canAct = (act: PaperAct, lines: readonly PaperLine[]): boolean => {
  if (lines.length === 0 || !lines.every(fits[act])) return false;
  if (act === 'attach') return lines.length === 1;
  if (act === 'waive') return new Set(lines.map(({ need }) => need === 'waived')).size === 1;
  return act !== 'takeBack' || backTo(lines) !== null;
};

/** Why an action does nothing to the chosen lines, with the line that stands against it; null when it can be done. */
export type PaperRefusal = { why: PaperAct | 'none' | 'nothingMissing' | 'mixed'; line: PaperLine | null };

export const refusalOf = (act: PaperAct, lines: readonly PaperLine[]): PaperRefusal | null => {
  if (canAct(act, lines)) return null;
  if (lines.length === 0) return { why: act === 'notify' ? 'nothingMissing' : 'none', line: null };
  const against = lines.filter((line) => !fits[act](line));
  if (act === 'attach' || (lines.length === against.length && against.length > 0)) return { why: act, line: against[0] ?? null };
  return { why: 'mixed', line: null };
};

/** Where the chosen lines go back to, or null when they do not agree. */
export const backTo = (lines: readonly PaperLine[]): PaperState | null => {
  const places = new Set(lines.map(({ row }) => (row === null ? null : takenBack(row))));
  return places.size === 1 ? ([...places][0] ?? null) : null;
};

/** How the core knows a line. */
export const targetOf = ({ row, wording, partyId, need }: PaperLine): PaperTarget =>
  row === null ? { partyId, wordingId: wording?.id ?? null, name: null, need } : { id: row.id };

/** Every line that is no row yet: whatever is done first puts the whole checklist on file. */
export const checklistOf = (lines: readonly PaperLine[]): PaperTarget[] => lines.filter(({ row }) => row === null).map(targetOf);

/**
 * The lines a notice is about: the chosen ones, or everything missing of one side, because everything is named at once and the
 * injured person cannot bring the driver's licence. The side is that of the line with the focus, else of the first one missing.
 */
export const noticeLines = (lines: readonly PaperLine[], chosen: readonly PaperLine[], focused: string | null): PaperLine[] => {
  if (chosen.length > 0) return chosen.filter(fits.notify);
  const missing = lines.filter(isLineMissing);
  const side = (lines.find(({ key }) => key === focused) ?? missing[0])?.partyId ?? null;
  const ofSide = missing.filter(({ partyId }) => partyId === side);
  return ofSide.length > 0 ? ofSide : missing;
};

export type NoticeFacts = { round: number; late: PaperLine[]; left: PaperLine[]; toWhom: Counterpart; toName: string | null };

/** What the person should know before a notice goes out: its number, what comes late, what is missing and not in it. */
export const noticeFacts = (
  file: CaseFile,
  partyId: string | null,
  { lines, named }: { lines: readonly PaperLine[]; named: readonly PaperLine[] },
): NoticeFacts => {
  const earlier = { papers: file.papers.filter(({ voidReason }) => voidReason === null), requests: file.paperRequests };
  const asked = named.map((line) => ({ id: line.row?.id ?? line.key, partyId: line.partyId, line }));
  const ofCase = partyId === null || named.every((line) => line.partyId === null);
  const sides = new Set(named.map((line) => line.partyId));
  const party = file.parties.find(({ id }) => id === partyId);
  return {
    round: roundOf(asked, earlier),
    late: latePapers(asked, earlier).map(({ line }) => line),
    left: lines.filter(
      (line) => isLineMissing(line) && (line.row?.askedTimes ?? 0) === 0 && !named.includes(line) && sides.has(line.partyId),
    ),
    toWhom: ofCase ? 'insured' : 'injured',
    toName: ofCase ? file.case.insuredName : (party?.name ?? null),
  };
};

/** Whether most of these papers are handed in as originals: the answer a receipt begins with. */
export const originalsLikely = (lines: readonly PaperLine[]): boolean =>
  lines.length > 0 && lines.every(({ wording }) => wording?.original === true);

/** The lines that the keys are about: the ticked ones, else the one with the focus. */
export const meantLines = (lines: readonly PaperLine[], ticked: ReadonlySet<string>, focused: string | null): PaperLine[] => {
  const chosen = lines.filter(({ key }) => ticked.has(key));
  return chosen.length > 0 ? chosen : lines.filter(({ key }) => key === focused);
};
