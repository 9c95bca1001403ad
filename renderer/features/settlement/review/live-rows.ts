import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { DamageItem, DamageKind } from '../../../../shared/damages/model.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import type { ItemRow, SettlementRows } from '../../../../shared/settlement/file/rows.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { fenIn, inputsIn, itemsIn, textIn } from './review-cells.ts';

/** Rows that are not stored yet come after all that are. */
const notYet = '9999-12-31T23:59:59.999Z';

const typedItem = (row: SheetRow, partyId: string, stored: DamageItem | undefined): ItemRow | null => {
  const kind = textIn(row, 'kind') as DamageKind | null;
  if (kind === null) return null;
  return {
    id: row.id as DamageItem['id'],
    partyId: partyId as DamageItem['partyId'],
    kind,
    label: textIn(row, 'label'),
    claimedFen: fenIn(row, 'claimedFen'),
    allowedFen: fenIn(row, 'allowedFen'),
    inputs: inputsIn(row) as DamageItem['inputs'],
    evidence: textIn(row, 'evidence'),
    voidReason: null,
    at: stored?.at ?? notYet,
  };
};

type Typed = { readonly file: CaseFile; readonly settlement: SettlementFile; readonly partyId: string; readonly rows: readonly SheetRow[] };

/** The case as it stands on the screen: what is stored, with this person's items as they are being typed. */
export const liveRows = ({ file, settlement, partyId, rows }: Typed): SettlementRows => ({
  case: file.case,
  parties: file.parties,
  items: [
    ...file.items.filter((item) => item.partyId !== partyId),
    ...itemsIn(rows).flatMap(
      (row) =>
        typedItem(
          row,
          partyId,
          file.items.find(({ id }) => id === row.id),
        ) ?? [],
    ),
  ],
  advances: file.advances,
  bases: settlement.bases,
  partyBases: settlement.partyBases,
  bills: settlement.bills,
});
