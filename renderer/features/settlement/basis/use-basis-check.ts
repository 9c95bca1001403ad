import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { chinaDateOf } from '../../../../shared/kernel/dates.ts';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { liveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { CalculationBasis, PartyBasis } from '../../../../shared/settlement/model.ts';
import { settlementSuggestions } from '../../../../shared/settlement/suggest/suggestions.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useEngineWords } from '../engine-words.ts';
import type { Values } from './paths.ts';

type Input = {
  readonly file: CaseFile;
  readonly settlement: SettlementFile;
  readonly partyId: string;
  readonly now: string;
  readonly ofCase: Values;
  readonly ofParty: Values;
  /** What saving did not take. */
  readonly problem: Problem | null;
};

/** The case computed on the basis as it is being typed: what the file suggests for it, and what is wrong at which field. */
export const useBasisCheck = ({ file, settlement, partyId, now, ofCase, ofParty, problem }: Input) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  const { pack } = settlement;
  const rows = useMemo(() => {
    // What is typed began as everything that is stored: laid over it, a value that was taken out would shine through again.
    const typed = { voidReason: null, id: 'typed', at: now, ...ofCase } as unknown as CalculationBasis;
    const own = { voidReason: null, id: 'typed-person', at: now, ...ofParty, partyId } as unknown as PartyBasis;
    const partyBases = [...settlement.partyBases.filter((row) => row.partyId !== partyId), own];
    return { ...file, ...settlement, case: file.case, bases: [typed], partyBases, treatments: file.treatments };
  }, [file, settlement, ofCase, ofParty, partyId, now]);
  const live = useMemo(() => (pack === null ? null : liveSettlement(rows, pack)), [rows, pack]);
  const suggestions = useMemo(
    () =>
      pack === null
        ? []
        : settlementSuggestions(rows, { pack, today: chinaDateOf(now) }).filter(
            (one) => one.entity !== 'damageItem' && (one.partyId === null || one.partyId === partyId),
          ),
    [rows, pack, now, partyId],
  );
  const errorAt = (entity: string, field: string): string | undefined => {
    const found = live?.errors.find(
      ({ place }) => place.entity === entity && place.field === field && (entity === 'calculationBasis' || place.partyId === partyId),
    );
    if (found !== undefined) return words.error(found);
    // What saving did not take stands at its field as well.
    return problem?.field === `values.${field}` ? problemText(t, problem) : undefined;
  };
  return { live, suggestions, errorAt };
};
