import { useState } from 'react';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { overlayBasis, overlayPartyBasis } from '../../../../shared/settlement/file/overlay.ts';
import type { BasisSource } from '../../../../shared/settlement/model.ts';
import type { Suggestion } from '../../../../shared/settlement/suggest/suggestion.ts';
import type { Api } from '../../../app/api.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { put, type Values } from './paths.ts';

type Input = { readonly caseId: string; readonly partyId: string; readonly settlement: SettlementFile };
type CaseValues = Parameters<Api['settlement']['saveBasis']>[0]['values'];
type PartyValues = Parameters<Api['settlement']['savePartyBasis']>[0]['values'];

const withoutNulls = (values: object): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** Fields that differ from what is stored; what was emptied is sent as null. */
const changed = (now: Values, stored: Values): Values =>
  Object.fromEntries(
    [...new Set([...Object.keys(now), ...Object.keys(stored)])]
      .filter((name) => JSON.stringify(now[name]) !== JSON.stringify(stored[name]))
      .map((name) => [name, now[name] ?? null]),
  );

const newest = (rows: readonly { rev: number }[]): number => Math.max(0, ...rows.map(({ rev }) => rev));

/** The basis of a case and of one person while it is being changed; both are saved with one button. */
export const useBasis = ({ caseId, partyId, settlement }: Input) => {
  const attempt = useAttempt();
  const own = settlement.partyBases.filter((row) => row.partyId === partyId);
  const [base] = useState(() => ({
    case: withoutNulls(overlayBasis(settlement.bases)),
    party: withoutNulls(overlayPartyBasis(settlement.partyBases, partyId)),
    caseSeen: newest(settlement.bases),
    partySeen: newest(own),
  }));
  const [ofCase, setCase] = useState<Values>(base.case);
  const [ofParty, setParty] = useState<Values>(base.party);
  const caseChanges = changed(ofCase, base.case);
  const { partyId: _party, ...partyChanges } = changed(ofParty, base.party);
  const save = async (): Promise<Problem | null> => {
    const ofTheCase = { caseId, seen: base.caseSeen, values: caseChanges as CaseValues, draftKey: null };
    const problem = Object.keys(caseChanges).length === 0 ? null : await attempt((api) => api.settlement.saveBasis(ofTheCase));
    if (problem !== null || Object.keys(partyChanges).length === 0) return problem;
    const ofThePerson = { caseId, partyId, seen: base.partySeen, values: partyChanges as PartyValues, draftKey: null };
    return attempt((api) => api.settlement.savePartyBasis(ofThePerson));
  };
  /** Takes a suggestion over, with what speaks for it. */
  const take = ({ entity, field, value, sources }: Suggestion): void => {
    const set = entity === 'partyBasis' ? setParty : setCase;
    set((old) => {
      const kept = (old['sources'] ?? {}) as Record<string, BasisSource>;
      return { ...put(old, field, value), sources: { ...kept, ...sources } };
    });
  };
  return {
    ofCase,
    ofParty,
    setCase: (path: string, value: unknown) => setCase((old) => put(old, path, value)),
    setParty: (path: string, value: unknown) => setParty((old) => put(old, path, value)),
    take,
    save,
    count: Object.keys(caseChanges).length + Object.keys(partyChanges).length,
  };
};
