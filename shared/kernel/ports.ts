/** A claim about time made by this device: it orders nothing by itself. */
export type DeviceTime = {
  /** Instant, ISO 8601 in UTC with milliseconds. */
  at: string;
  /** Minutes east of UTC at that instant on this device. */
  utcOffset: number;
};

/** Reads the device clock. The only source of "now" outside entry files. */
export interface Clock {
  now(): DeviceTime;
}

/** Makes new ids (UUIDv7). */
export interface Ids {
  next(): string;
}

/** Cryptographic random bytes. */
export interface Random {
  bytes(length: number): Uint8Array;
}
