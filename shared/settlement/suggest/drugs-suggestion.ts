import { fenToYuan } from '../../damages/engine/exact.ts';
import type { Bill } from '../bill-model.ts';
import { nonListedFen } from '../file/class-totals.ts';
import type { BasisValues } from '../file/overlay.ts';
import type { DrugsInput } from '../input/vehicle-input.ts';
import { suggestion, type Suggestion } from './suggestion.ts';

type Party = { readonly id: string; readonly name: string };

/**
 * 医保外用药: what the bills' lists call class C or self-paid may be agreed as a sum that commercial cover refuses. Only a proposal: the
 * insurer has to prove the same-kind price (保险法解释(三) art. 19), and nothing is cut before somebody takes it over.
 */
export const drugsSuggestion = (party: Party, bills: readonly Bill[], { vehicles, ownVehicle }: BasisValues): Suggestion[] => {
  const fen = nonListedFen(bills);
  const own = vehicles?.find(({ id }) => id === ownVehicle);
  const commercial = own?.commercial;
  if (fen === 0 || own === undefined || commercial === undefined) return [];
  const known = commercial.nonInsuredDrugs ?? [];
  if (known.some(({ victim }) => victim === undefined || victim === party.id)) return [];
  const entry: DrugsInput = { basis: 'agreed', amount: fenToYuan(fen), victim: party.id, reason: `${party.name} 清单丙类与自费合计` };
  const changed = { ...own, commercial: { ...commercial, nonInsuredDrugs: [...known, entry] } };
  const value = (vehicles ?? []).map((vehicle) => (vehicle === own ? changed : vehicle));
  const site = { entity: 'calculationBasis' as const, partyId: party.id, field: 'vehicles', reason: 'non-listed-lines' as const };
  const made = suggestion(site, value, { source: '保险法解释(三) art. 19', mark: 'U' });
  return [{ ...made, shown: fenToYuan(fen) }];
};
