import { useMemo, useState } from 'react';
import { compareScenarios, type ScenarioComparison } from '../../../shared/scenarios/compare.ts';
import type { ScenarioFile } from '../../../shared/scenarios/contract.ts';
import { draftOfSet, type ScenarioDraft } from './scenario-draft.ts';

type Work = {
  draft: ScenarioDraft | null;
  setDraft: (draft: ScenarioDraft | null) => void;
  comparison: ScenarioComparison | null;
  /** The stored set was changed elsewhere while this one is being worked on. */
  isBehind: boolean;
};

/** The set that is being looked at or worked on, computed again with every change. */
export const useScenarios = (file: ScenarioFile, partyId: string): Work => {
  const { sets, input, pack, ownVehicle } = file;
  const [chosen, setDraft] = useState<ScenarioDraft | null>(null);
  const stored = sets.find(({ id }) => id === chosen?.setId);
  const newest = sets.at(-1);
  const unchanged = stored ?? (chosen === null ? newest : undefined);
  const draft = useMemo(
    () => (chosen?.changed === true ? chosen : unchanged === undefined ? null : draftOfSet(unchanged)),
    [chosen, unchanged],
  );
  const comparison = useMemo(() => {
    if (draft === null || ownVehicle === null) return null;
    const { rates, scenarios } = draft;
    return compareScenarios({ input, pack, victimId: partyId, ownVehicle, rates, scenarios });
  }, [draft, input, pack, ownVehicle, partyId]);
  const isBehind = draft?.changed === true && stored !== undefined && stored.rev > draft.seen;
  return { draft, setDraft, comparison, isBehind };
};
