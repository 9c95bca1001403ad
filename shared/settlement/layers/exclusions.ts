import { exactRatio, sumFen, shareOfFen } from '../../damages/engine/exact.ts';
import type { DrugsInput, ExclusionInput } from '../input/vehicle-input.ts';
import type { Excess, ItemSplit } from './excess.ts';
import { yuanFen, type Settling } from './parties.ts';

const matches = (split: ItemSplit, exclusion: ExclusionInput): boolean => {
  if (exclusion.item !== undefined) return split.item.key === exclusion.item;
  return exclusion.group === undefined || split.item.group === exclusion.group;
};

/** Fen still insurable by item, lowered step by step so that two exclusions never take the same fen. */
type Room = Map<ItemSplit, number>;

const take = (room: Room, splits: readonly ItemSplit[], wantedFen: number): number => {
  let open = wantedFen;
  for (const split of splits) {
    const amountFen = Math.min(room.get(split) ?? 0, open);
    room.set(split, (room.get(split) ?? 0) - amountFen);
    open -= amountFen;
  }
  return wantedFen - open;
};

type Site = { readonly settling: Settling; readonly path: string };

const drugsFen = (drugs: DrugsInput, medical: readonly ItemSplit[], { settling, path }: Site): number => {
  const excessFen = sumFen(medical.map((split) => split.excessFen));
  if (drugs.basis === 'flatRate') {
    settling.ledger.note('flat-rate-drugs', path, { rate: String(drugs.rate ?? 0), article: '保险法解释(三) art. 19' });
    if (drugs.rate === undefined) return settling.ledger.fail('settle.missing-input', `${path}.rate`) ?? 0;
    return shareOfFen(excessFen, exactRatio(drugs.rate));
  }
  if (drugs.amount === undefined) return settling.ledger.fail('settle.missing-input', `${path}.amount`) ?? 0;
  const absorbed = drugs.order === 'compulsoryFirst' ? sumFen(medical.map((split) => split.compulsoryFen)) : 0;
  return Math.max(0, yuanFen(drugs.amount) - absorbed);
};

const takeDrugs = (room: Room, medical: readonly ItemSplit[], { drugs, settling, path }: Site & { drugs: DrugsInput }): number => {
  settling.ledger.choose({
    key: 'nonInsuredDrugs',
    path,
    value: `${drugs.basis} ${drugs.amount ?? drugs.rate ?? ''}`,
    given: true,
    suggestion: 'none without proof of the same-kind price',
    reason: drugs.reason,
    source: '保险法解释(三) art. 19',
    mark: 'P',
  });
  return take(room, medical, drugsFen(drugs, medical, { settling, path }));
};

type LimitedCover = { exclusions?: ExclusionInput[] | undefined; nonInsuredDrugs?: DrugsInput[] | undefined };

/** What commercial or seat cover does not insure of one person's loss above compulsory cover, in fen before the ratio. */
export const uninsuredFen = (excess: Excess, cover: LimitedCover, { settling, path }: Site): number => {
  const isLimited = (cover.nonInsuredDrugs ?? []).length > 0 || (cover.exclusions ?? []).length > 0;
  if (!isLimited && !excess.splits.some((split) => split.item.group === 'personal')) return 0;
  const shared = excess.splits.filter((split) => split.item.group !== 'personalFull');
  const room: Room = new Map(shared.map((split) => [split, split.excessFen]));
  // Sums of a group that stand for unknown items count as medical cost, too.
  const medical = shared.filter(({ item }) => item.key === 'medical' || (item.key === 'other' && item.group === 'medical'));
  const personal = shared.filter((split) => split.item.group === 'personal');
  let total = take(room, personal, sumFen(personal.map((split) => split.excessFen)));
  for (const [index, drugs] of (cover.nonInsuredDrugs ?? []).entries()) {
    if (drugs.victim !== undefined && drugs.victim !== excess.victim.input.id) continue;
    total += takeDrugs(room, medical, { drugs, settling, path: `${path}.nonInsuredDrugs[${index}]` });
  }
  for (const [index, exclusion] of (cover.exclusions ?? []).entries()) {
    if (exclusion.victim !== undefined && exclusion.victim !== excess.victim.input.id) continue;
    if (!exclusion.explained) {
      settling.ledger.note('exclusion-unexplained', `${path}.exclusions[${index}]`, { article: '保险法 art. 17' });
      continue;
    }
    const hit = shared.filter((split) => matches(split, exclusion));
    const wantedFen = exclusion.amount === undefined ? sumFen(hit.map((split) => split.excessFen)) : yuanFen(exclusion.amount);
    total += take(room, hit, wantedFen);
  }
  return total;
};
