/** What a chart needs of its surroundings: the theme's tokens on the screen, the print palette on paper. Colours are by meaning. */
export type ChartLook = {
  readonly text: string;
  readonly second: string;
  readonly border: string;
  readonly card: string;
  /** A sum to begin with. */
  readonly start: string;
  /** A sum to end with. */
  readonly end: string;
  /** Taken off, and announced before. */
  readonly told: string;
  /** Taken off, and nobody was told. */
  readonly untold: string;
  /** Cover layers from the first payer to the last. */
  readonly layers: Readonly<Record<'compulsory' | 'uninsuredCompulsory' | 'commercial' | 'seat' | 'person' | 'own', string>>;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** Paper does not move. */
  readonly animation: boolean;
};

/** Integer fen as whole yuan with thousands: labels of a chart have no room for two decimals; the table beside it has them. */
export const shortYuan = (fen: number): string => {
  const yuan = Math.round(Math.abs(fen) / 100);
  return `${fen < 0 ? '−' : ''}${String(yuan).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
};

/** Lines of print differ from each other without colour: hatching goes with what was not told. */
export const hatched = (colour: string) => ({
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
  color: colour,
});
