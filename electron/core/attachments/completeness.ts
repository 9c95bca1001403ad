/**
 * Whether a file ends before its format says it may: what a broken download or a pulled-out card leaves behind. Formats that
 * do not say (MP3) count as complete. Bytes after a proper end are fine; phones append their own.
 */
export const isCut = (bytes: Uint8Array, ending: string): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return checks[ending]?.(bytes, view) ?? false;
};

type Check = (bytes: Uint8Array, view: DataView) => boolean;

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(from + length, bytes.length)));

/** Segments up to the first scan, then an end-of-image marker behind it. Source: ITU-T T.81, annex B. */
const jpegIsCut: Check = (bytes, view) => {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return true;
    const marker = bytes[at + 1];
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return !hasMarkerAfter(bytes, at + 2 + view.getUint16(at + 2), 0xd9);
    else at += 2 + view.getUint16(at + 2);
  }
  return true;
};

const hasMarkerAfter = (bytes: Uint8Array, from: number, marker: number): boolean => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) if (bytes[at + 1] === marker) return true;
  return false;
};

/** Chunk by chunk to IEND. Source: W3C PNG, section 5. */
const pngIsCut: Check = (bytes, view) => {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return true;
    if (ascii(bytes, at + 4, 4) === 'IEND') return false;
    at = end;
  }
  return true;
};

/** A reader looks for the end mark in the last kilobyte. Source: ISO 32000-1, 7.5.5 and annex H. */
const pdfIsCut: Check = (bytes) => !ascii(bytes, Math.max(0, bytes.length - 1_024), 1_024).includes('%%EOF');

/** RIFF states its length; 0 and the largest number mean "written while recording". */
const riffIsCut: Check = (bytes, view) => {
  if (bytes.length < 12) return true;
  const stated = view.getUint32(4, true);
  return stated !== 0 && stated !== 0xffffffff && stated + 8 > bytes.length;
};

/** Boxes to the end, with the table of contents among them. Source: ISO/IEC 14496-12, 4.2. */
const boxesAreCut: Check = (bytes, view) => {
  const seen = new Set<string>();
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = view.getUint32(at);
    seen.add(ascii(bytes, at + 4, 4));
    if (short === 0) break;
    if (short === 1 && at + 16 > bytes.length) return true;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < 8 || at + size > bytes.length) return true;
    at += size;
  }
  return !seen.has('moov') && !seen.has('meta');
};

/** Page by page; the last page must be whole. Source: RFC 3533, section 6. */
const oggIsCut: Check = (bytes) => {
  let at = 0;
  while (at + 27 <= bytes.length && ascii(bytes, at, 4) === 'OggS') {
    const segments = bytes[at + 26] ?? 0;
    if (at + 27 + segments > bytes.length) return true;
    at += 27 + segments + bytes.subarray(at + 27, at + 27 + segments).reduce((total, length) => total + length, 0);
  }
  return at > bytes.length || (at < bytes.length && bytes.length - at < 27);
};

/** ADTS frames state their length. Source: ISO/IEC 13818-7, 6.2. */
const adtsIsCut: Check = (bytes) => {
  let at = 0;
  while (at + 7 <= bytes.length && bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xf6) === 0xf0) {
    const length = (((bytes[at + 3] ?? 0) & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5);
    if (length < 7) return false;
    at += length;
  }
  return at > bytes.length;
};

const checks: Readonly<Record<string, Check>> = {
  jpg: jpegIsCut,
  png: pngIsCut,
  webp: riffIsCut,
  wav: riffIsCut,
  heic: boxesAreCut,
  m4a: boxesAreCut,
  pdf: pdfIsCut,
  ogg: oggIsCut,
  opus: oggIsCut,
  aac: adtsIsCut,
};
