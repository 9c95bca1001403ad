import type { AssessedItem } from '../../damages/engine/assess.ts';
import type { Choice, Fact, Remark, RemarkCode, SettleError, SettleErrorCode } from '../../damages/engine/ledger.ts';
import type { StandardsPack } from '../../damages/engine/standards-pack.ts';
import type { CaseInput } from '../input/case-input.ts';
import { parseCase } from '../input/parse-case.ts';
import type { Settlement } from '../result.ts';
import { assessInput, settleInput } from '../settle.ts';
import { openPayers } from './advance-input.ts';
import { assembleCase, type Assembled } from './assemble.ts';
import { overlayBasis } from './overlay.ts';
import { placeOf, type Place, type Places } from './places.ts';
import { repairedInput } from './repaired-input.ts';
import type { SettlementMode, SettlementRows } from './rows.ts';

/** Something the engine says, with the field it is about. The words are the window's. */
export type Said<Code extends string> = {
  readonly code: Code;
  readonly path: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly place: Place;
};
export type LiveError = Said<SettleErrorCode>;
export type LiveRemark = Said<RemarkCode>;
export type LiveChoice = Choice & { readonly place: Place };

/** One item as it stands: what its rule gives, and the head it went into. Several rows of a kind share a head. */
export type LiveItem = { readonly itemId: string; readonly partyId: string; readonly head: AssessedItem };

export type LiveSettlement = {
  readonly input: CaseInput;
  readonly places: Places;
  readonly items: readonly LiveItem[];
  /** Layers, payers and totals; null while anything is wrong or missing. */
  readonly settlement: Settlement | null;
  readonly errors: readonly LiveError[];
  readonly remarks: readonly LiveRemark[];
  readonly choices: readonly LiveChoice[];
};

type VictimItems = { readonly id: string; readonly items: readonly AssessedItem[] };

const liveItems = ({ places }: Assembled, victims: readonly VictimItems[]): LiveItem[] =>
  places.parties.flatMap(({ partyId, heads, others }) => {
    const own = victims.find(({ id }) => id === partyId)?.items ?? [];
    let other = -1;
    return own.flatMap((head): LiveItem[] => {
      if (head.key === 'other') other += 1;
      const itemId = head.key === 'other' ? others[other] : heads[head.key]?.itemId;
      return itemId === undefined || itemId === null ? [] : [{ itemId, partyId, head }];
    });
  });

/** An empty list of vehicles or people is something to enter, not a slip in a file. */
const asMissing = (error: SettleError): SettleError =>
  error.path === 'vehicles' || error.path === 'victims' ? { code: 'settle.missing-input', path: error.path } : error;

const said = <Code extends string>(
  { code, path, ...facts }: { code: Code; path: string } & Record<string, Fact>,
  places: Places,
): Said<Code> => ({
  code,
  path,
  facts: facts as Record<string, Fact>,
  place: placeOf(places, path),
});

const clashError = (itemId: string, places: Places): LiveError => {
  const partyId = places.parties.find(({ heads }) => Object.values(heads).some((head) => head.itemId === itemId))?.partyId ?? null;
  return {
    code: 'settle.contradiction',
    path: 'items',
    facts: { reason: 'kind-twice' },
    place: { entity: 'damageItem', id: itemId, partyId, field: 'kind' },
  };
};

/** Payers that the file does not say for certain. */
const payerChoices = (rows: SettlementRows): LiveChoice[] =>
  openPayers(rows.advances, overlayBasis(rows.bases)).map((row) => ({
    key: 'advancePayer',
    path: `advances.${row.id}`,
    value: 'commercial',
    given: false,
    suggestion: 'commercial',
    reason: 'agreed-advance',
    source: 'settlement §3.7',
    mark: 'U',
    place: { entity: 'advance', id: row.id, partyId: row.partyId, field: 'basis' },
  }));

const unique = (errors: readonly SettleError[]): SettleError[] => {
  const seen = new Set<string>();
  return errors.filter(({ code, path }) => !seen.has(`${code} ${path}`) && seen.add(`${code} ${path}`).size > 0);
};

/**
 * Computes a case as its file stands. While something is missing the items that can be computed are, each for itself, and every
 * problem names the field; the layers wait until nothing is wrong. Pure and fast enough to run at every key.
 */
export const liveSettlement = (rows: SettlementRows, pack: StandardsPack, mode: SettlementMode = 'review'): LiveSettlement => {
  const assembled = assembleCase(rows, mode);
  const { places, input } = assembled;
  const choiceOf = (choice: Choice): LiveChoice => ({ ...choice, place: placeOf(places, choice.path) });
  const clashes = assembled.clashing.map((itemId) => clashError(itemId, places));
  const parsed = parseCase(input);
  const settled = parsed.ok ? settleInput(parsed.value, pack) : parsed;
  if (settled.ok) {
    const { victims, remarks, choices } = settled.value;
    return {
      input,
      places,
      items: liveItems(assembled, victims),
      settlement: clashes.length > 0 ? null : settled.value,
      errors: clashes,
      remarks: remarks.map((remark: Remark) => said(remark, places)),
      choices: [...choices.map(choiceOf), ...payerChoices(rows)],
    };
  }
  const partial = assessInput(repairedInput(input), pack);
  const errors = unique([...settled.error.map(asMissing), ...partial.errors]);
  return {
    input,
    places,
    items: liveItems(assembled, partial.victims),
    settlement: null,
    errors: [...errors.map((error) => said(error, places)), ...clashes],
    remarks: partial.remarks.map((remark) => said(remark, places)),
    choices: [...partial.choices.map(choiceOf), ...payerChoices(rows)],
  };
};
