/** Most bytes of one UTF-16 unit in UTF-8. */
const bytesPerUnit = 3;

/**
 * A reply that is JSON text already, in pieces as they came from the database: joined into one text of some megabytes they would be
 * copied twice before the first byte is written.
 */
export class JsonText {
  readonly #pieces: readonly string[];

  constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
  }

  toString(): string {
    return this.#pieces.join('');
  }

  /** UTF-8. */
  toBytes(): Buffer {
    const bytes = Buffer.allocUnsafe(this.#pieces.reduce((total, { length }) => total + length, 0) * bytesPerUnit);
    let at = 0;
    for (const piece of this.#pieces) at += bytes.write(piece, at);
    return bytes.subarray(0, at);
  }
}
