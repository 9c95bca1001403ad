import type { VictimResult } from '../result.ts';

export const coverLayers = ['compulsory', 'uninsuredCompulsory', 'commercial', 'seat', 'person', 'own'] as const;
export type CoverLayer = (typeof coverLayers)[number];

/** The loss of one person, by who carries it. The parts add up to the loss. */
export type LayerBar = {
  readonly key: string;
  readonly label: string;
  readonly totalFen: number;
  readonly parts: readonly { readonly layer: CoverLayer; readonly fen: number }[];
};

/** One bar per injured person: what each layer of cover owes, and what stays with the person. */
export const layerBars = (victims: readonly VictimResult[], nameOf: (victim: VictimResult) => string): LayerBar[] =>
  victims.map((victim) => {
    const sums: Record<CoverLayer, number> = {
      compulsory: 0,
      uninsuredCompulsory: 0,
      commercial: 0,
      seat: 0,
      person: 0,
      own: victim.ownShare.fen,
    };
    for (const payment of victim.payments) sums[payment.layer] += payment.due.fen;
    return {
      key: victim.id,
      label: nameOf(victim),
      totalFen: victim.totals.total.fen,
      parts: coverLayers.map((layer) => ({ layer, fen: sums[layer] })).filter((part) => part.fen > 0),
    };
  });
