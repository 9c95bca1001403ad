import { useMemo, useState } from 'react';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import type { BasisSource } from '../../../../shared/settlement/model.ts';
import type { Suggestion } from '../../../../shared/settlement/suggest/suggestion.ts';
import type { Api } from '../../../app/api.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { clashOf } from '../../../ui/form/clash.tsx';
import { useHistory } from '../kept/use-history.ts';
import { useKept } from '../kept/use-kept.ts';
import {
  changedFields,
  decidedBasis,
  parts,
  rebasedBasis,
  storedBase,
  type Base,
  type BasisClash,
  type Pair,
  type Part,
} from './basis-state.ts';
import { put, type Values } from './paths.ts';

type Input = { readonly caseId: string; readonly partyId: string; readonly settlement: SettlementFile; readonly readOnly: boolean };
type CaseValues = Parameters<Api['settlement']['saveBasis']>[0]['values'];
type PartyValues = Parameters<Api['settlement']['savePartyBasis']>[0]['values'];

/** Only what differs, and the state it rests on, so that restoring it later takes back nothing. */
type Draft = { readonly case: Values; readonly party: Values; readonly seen: Base['seen'] };

const changesOf = (now: Pair, base: Base): Pair => ({
  case: changedFields(now.case, base.values.case),
  party: changedFields(now.party, base.values.party),
});
const countOf = (changes: Pair): number => Object.keys(changes.case).length + Object.keys(changes.party).length;

const taken = (values: Values, changes: Values): Values =>
  Object.fromEntries(Object.entries({ ...values, ...changes }).filter(([, value]) => value !== null));

const earlier = (a: Base['seen'], b: Base['seen']): Base['seen'] => ({ case: Math.min(a.case, b.case), party: Math.min(a.party, b.party) });

/** A suggestion taken over, with what speaks for it. */
const withSuggestion = (old: Pair, { entity, field, value, sources }: Suggestion): Pair => {
  const part = entity === 'partyBasis' ? 'party' : 'case';
  const known = (old[part]['sources'] ?? {}) as Record<string, BasisSource>;
  return { ...old, [part]: { ...put(old[part], field, value), sources: { ...known, ...sources } } };
};

/** The two parts of the basis, each with its own call. What is refused names the part it belongs to. */
const useSend = ({ caseId, partyId }: Pick<Input, 'caseId' | 'partyId'>) => {
  const attempt = useAttempt();
  return async (part: Part, seen: number, values: Values): Promise<Problem | null> => {
    if (Object.keys(values).length === 0) return null;
    return attempt((api) =>
      part === 'case'
        ? api.settlement.saveBasis({ caseId, seen, values: values as CaseValues, draftKey: null })
        : api.settlement.savePartyBasis({ caseId, partyId, seen, values: values as PartyValues, draftKey: null }),
    );
  };
};

/** Values, undo and what they rest on; rows that are stored meanwhile come under what is being typed. */
const useValues = (settlement: SettlementFile, partyId: string) => {
  const [read, setRead] = useState(settlement);
  const [base, setBase] = useState(() => storedBase(settlement, partyId));
  const history = useHistory<Pair>(base.values);
  if (read !== settlement) {
    const next = rebasedBasis({ now: history.now, base }, storedBase(settlement, partyId));
    setRead(settlement);
    setBase(next.base);
    history.replace(() => next.now);
  }
  return { history, base, setBase };
};

type Place = { readonly now: Pair; readonly base: Base };
type Saving = Pick<Input, 'caseId' | 'partyId' | 'settlement'> & {
  place: Place;
  onDecided: (next: Place) => void;
  drop: () => Promise<void>;
};

/** Saves both parts; where somebody else wrote the same field, a decision comes first and saving goes on after it. */
const useSaving = ({ caseId, partyId, settlement, place, onDecided, drop }: Saving) => {
  const send = useSend({ caseId, partyId });
  const [clash, setClash] = useState<BasisClash | null>(null);
  const saveOn = async (from: Place): Promise<Problem | null> => {
    const wanted = changesOf(from.now, from.base);
    for (const part of parts) {
      const problem = await send(part, from.base.seen[part], wanted[part]);
      const found = problem === null ? null : clashOf(problem, null);
      setClash(found === null ? null : { part, field: found.name, rev: found.rev, byName: found.byName });
      if (problem !== null) return problem;
    }
    await drop();
    return null;
  };
  const decide = async (mine: boolean): Promise<Problem | null> => {
    if (clash === null) return null;
    const stored = storedBase(settlement, partyId).values[clash.part][clash.field];
    const next = decidedBasis(place, clash, mine ? null : { value: stored });
    onDecided(next);
    return saveOn(next);
  };
  return { clash, decide, save: () => saveOn(place) };
};

/** The basis of a case and of one person while it is being changed: kept as a draft, taken back step by step, saved with one button. */
export const useBasis = ({ caseId, partyId, settlement, readOnly }: Input) => {
  const { history, base, setBase } = useValues(settlement, partyId);
  const { now, change, replace } = history;
  const changes = useMemo(() => changesOf(now, base), [now, base]);
  const count = countOf(changes);
  const body = useMemo((): Draft | null => (count === 0 ? null : { ...changes, seen: base.seen }), [changes, count, base.seen]);
  const onRestore = (draft: Draft): void => {
    setBase((old) => ({ ...old, seen: earlier(draft.seen, old.seen) }));
    change((old) => ({ case: taken(old.case, draft.case), party: taken(old.party, draft.party) }));
  };
  const kept = useKept<Draft>({ key: readOnly ? null : `basis:${partyId}`, caseId, body, onRestore });
  const onDecided = (next: Place): void => {
    setBase(next.base);
    change(() => next.now);
  };
  const saving = useSaving({ caseId, partyId, settlement, place: { now, base }, onDecided, drop: kept.drop });
  const set = (part: Part, path: string, value: unknown): void => change((old) => ({ ...old, [part]: put(old[part], path, value) }));
  return {
    ...saving,
    history,
    count,
    restoredAt: kept.restoredAt,
    ofCase: now.case,
    ofParty: now.party,
    setCase: (path: string, value: unknown) => set('case', path, value),
    setParty: (path: string, value: unknown) => set('party', path, value),
    take: (one: Suggestion): void => change((old) => withSuggestion(old, one)),
    discard: (): void => {
      replace(() => base.values);
      void kept.drop();
    },
  };
};
