/** An exact fraction; the oracle shares no arithmetic with the engine. */
type Fraction = { above: bigint; below: bigint };

const number = (text: string): Fraction => {
  const [whole = '0', digits = ''] = text.split('.');
  return { above: BigInt(whole + digits), below: 10n ** BigInt(digits.length) };
};

const operators: Record<string, (a: Fraction, b: Fraction) => Fraction> = {
  '+': (a, b) => ({ above: a.above * b.below + b.above * a.below, below: a.below * b.below }),
  '−': (a, b) => ({ above: a.above * b.below - b.above * a.below, below: a.below * b.below }),
  '×': (a, b) => ({ above: a.above * b.above, below: a.below * b.below }),
  '÷': (a, b) => ({ above: a.above * b.below, below: a.below * b.above }),
};
const smaller = (a: Fraction, b: Fraction): Fraction => (a.above * b.below <= b.above * a.below ? a : b);

/** Reads one sum, product, bracket, percentage or `min(a; b)`; `left` is what is not read yet. */
class Reader {
  private left: string[];
  constructor(text: string) {
    this.left = text.match(/\d+(?:\.\d+)?%?|min|[()+−×÷;]/g) ?? [];
    if (this.left.join('') !== text.replace(/\s/g, '')) throw new Error(`not arithmetic: ${text}`);
  }
  private takeIf(...wanted: string[]): string | undefined {
    return wanted.includes(this.left[0] ?? '') ? this.left.shift() : undefined;
  }
  private atom(): Fraction {
    const token = this.left.shift() ?? '';
    if (token === 'min') {
      this.takeIf('(');
      let value = this.sum();
      while (this.takeIf(';') !== undefined) value = smaller(value, this.sum());
      this.takeIf(')');
      return value;
    }
    if (token === '(') {
      const value = this.sum();
      this.takeIf(')');
      return value;
    }
    const value = number(token.replace('%', ''));
    return token.endsWith('%') ? { above: value.above, below: value.below * 100n } : value;
  }
  private chain(signs: string[], next: () => Fraction): Fraction {
    let value = next();
    for (let sign = this.takeIf(...signs); sign !== undefined; sign = this.takeIf(...signs)) value = operators[sign]!(value, next());
    return value;
  }
  sum(): Fraction {
    return this.chain(['+', '−'], () => this.chain(['×', '÷'], () => this.atom()));
  }
}

/** The value of an arithmetic text, rounded half-up to the fen, as the engine writes yuan: `byHand('43036 × 19 × 20%')`. */
export const byHand = (text: string): string => {
  const { above, below } = new Reader(text).sum();
  const fen = (above * 200n + below) / (below * 2n);
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
