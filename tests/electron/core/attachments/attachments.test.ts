import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { addAttachment } from '../../../../electron/core/attachments/add-attachment.ts';
import { readAttachment, readThumbnail } from '../../../../electron/core/attachments/read-attachment.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { attachment, maxAttachmentBytes } from '../../../../shared/attachments/model.ts';
import { addTestCase } from '../../../support/core.ts';
import { addParty, openReview, workAs } from '../../../support/review.ts';

const takenAt = '2026-03-01T01:00:00.000Z';

const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  return Buffer.concat([head, Buffer.from(type), data, Buffer.alloc(4)]);
};
const pngHead = Buffer.from('89504e470d0a1a0a', 'hex');
const png = Buffer.concat([
  pngHead,
  chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.alloc(4))),
  chunk('IEND', Buffer.alloc(0)),
]);
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffda000801010000003f00', 'hex'),
  Buffer.from('0011223344ff0055', 'hex'),
  Buffer.from('ffd9', 'hex'),
]);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n');
const wav = (() => {
  const bytes = Buffer.alloc(48);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(40, 4);
  bytes.write('WAVEfmt ', 8);
  return bytes;
})();
const ogg = Buffer.concat([Buffer.from('OggS\0\x02'), Buffer.alloc(20), Buffer.from([1, 19]), Buffer.from('OpusHead'), Buffer.alloc(11)]);
const m4a = Buffer.concat([
  Buffer.from('00000010', 'hex'),
  Buffer.from('ftypM4A \0\0\0\0'),
  Buffer.from('00000008', 'hex'),
  Buffer.from('moov'),
]);

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId } = test;
  const add = (bytes: Buffer, name: string, changes: Record<string, unknown> = {}) =>
    addAttachment(session, {
      caseId,
      partyId: null,
      logId: null,
      subject: 'injury',
      takenAt,
      file: new File([Uint8Array.from(bytes)], name),
      thumbnail: null,
      ...changes,
    });
  return { ...test, add, row: (id: string) => findRow(session.read, attachment, id) };
};

it('keeps a photo under its SHA-256 and gives back the same bytes', async () => {
  const { session, add, row } = await setUp();
  const answer = await add(jpeg, 'IMG_0001.JPG', { thumbnail: new File([Uint8Array.from(png)], 't.png') });
  if (!answer.ok) throw new Error(answer.error.code);
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  expect(row(answer.value.id)).toMatchObject({ sha256, mediaType: 'image/jpeg', kind: 'photo', bytes: jpeg.length, name: 'IMG_0001.jpg' });
  const file = await readAttachment(session, { attachmentId: answer.value.id });
  expect(file.ok && Buffer.from(await file.value.arrayBuffer()).equals(jpeg)).toBe(true);
  expect(file.ok && file.value.type).toBe('image/jpeg');
  const small = await readThumbnail(session, { attachmentId: answer.value.id });
  expect(small.ok && small.value?.size).toBe(png.length);
});

it.each([
  ['PNG', png, 'image/png', 'photo'],
  ['PDF', pdf, 'application/pdf', 'pdf'],
  ['WAV', wav, 'audio/wav', 'sound'],
  ['Ogg', ogg, 'audio/ogg', 'sound'],
  ['M4A', m4a, 'audio/mp4', 'sound'],
] as const)('recognises %s by its content', async (_title, bytes, mediaType, kind) => {
  const { add, row } = await setUp();
  const answer = await add(bytes, 'unnamed');
  expect(answer.ok && row(answer.value.id)).toMatchObject({ mediaType, kind });
});

it('calls the picture of a paper a scan', async () => {
  const { add, row } = await setUp();
  const answer = await add(png, 'invoice.png', { subject: 'paper' });
  expect(answer.ok && row(answer.value.id)?.kind).toBe('scan');
});

it.each([
  ['0 bytes', Buffer.alloc(0), 'attachment.empty'],
  ['25 MB', Buffer.alloc(25 * 1024 * 1024), 'attachment.too-large'],
  ['a JPEG without its end', jpeg.subarray(0, -2), 'attachment.truncated'],
  ['a PNG without its end', png.subarray(0, -12), 'attachment.truncated'],
  ['a PDF without its end', pdf.subarray(0, 30), 'attachment.truncated'],
  ['a WAV that ends early', wav.subarray(0, 40), 'attachment.truncated'],
  ['an Ogg page that ends early', ogg.subarray(0, -4), 'attachment.truncated'],
  ['a web page that calls itself a photo', Buffer.from('<html><script>alert(1)</script></html>'), 'attachment.wrong-type'],
  ['a program that calls itself a photo', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'attachment.wrong-type'],
  [
    'a vector picture that could carry script',
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    'attachment.wrong-type',
  ],
] as const)('refuses %s and stores nothing', async (_title, bytes, code) => {
  const { add, session } = await setUp();
  expect(await add(bytes, 'photo.jpg')).toMatchObject({ ok: false, error: { code, field: 'file' } });
  expect(session.read.all('SELECT id FROM attachments')).toEqual([]);
});

it('takes a file of exactly 20 MiB', async () => {
  const { add } = await setUp();
  const padded = Buffer.concat([jpeg, Buffer.alloc(maxAttachmentBytes - jpeg.length)]);
  expect((await add(padded, 'big.jpg')).ok).toBe(true);
});

it.each([
  ['photo.jpg', 'photo.pdf'],
  ['病历.PDF', '病历.pdf'],
  ['..\\..\\windows\\x.pdf', 'x.pdf'],
  ['/etc/passwd', 'passwd.pdf'],
  ['a\u202Efdp.exe', 'afdp.pdf'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(251)}.pdf`],
])('keeps a PDF named %j as %j', async (given, kept) => {
  const { add, row } = await setUp();
  const answer = await add(pdf, given);
  expect(answer.ok && row(answer.value.id)?.name).toBe(kept);
});

it('adds the same content once per case', async () => {
  const { session, caseId, add } = await setUp();
  const first = await add(jpeg, 'a.jpg');
  const second = await add(jpeg, 'b.jpg', { subject: 'scene' });
  expect(second).toEqual({ ok: true, value: { id: first.ok && first.value.id, alreadyThere: true } });
  const other = await add(jpeg, 'a.jpg', { caseId: addTestCase(session) });
  expect(other.ok && other.value.alreadyThere).toBe(false);
  expect(session.read.all('SELECT id FROM attachments WHERE case_id = ?', caseId)).toHaveLength(1);
});

it('distrusts the small picture like any file', async () => {
  const { add } = await setUp();
  const page = new File(['<svg/>'], 't.png');
  expect(await add(jpeg, 'a.jpg', { thumbnail: page })).toMatchObject({
    ok: false,
    error: { code: 'attachment.wrong-type', field: 'thumbnail' },
  });
});

it('refuses a party of another case and a time that is none', async () => {
  const { session, add } = await setUp();
  const partyId = addParty(session, addTestCase(session));
  expect(await add(jpeg, 'a.jpg', { partyId })).toMatchObject({ ok: false, error: { code: 'not-found', field: 'partyId' } });
  expect(await add(jpeg, 'a.jpg', { takenAt: 'yesterday' })).toMatchObject({ ok: false, error: { code: 'invalid', field: 'takenAt' } });
});

it('shows an attachment only to those who may see its case', async () => {
  const { session, add } = await setUp();
  const answer = await add(jpeg, 'a.jpg', { caseId: addTestCase(session, { ownerName: 'handler 甲' }) });
  const attachmentId = answer.ok ? answer.value.id : '';
  expect((await readAttachment(session, { attachmentId })).ok).toBe(true);
  workAs(session, 'surveyor');
  expect(await readAttachment(session, { attachmentId })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  workAs(session, 'admin');
  expect(await readThumbnail(session, { attachmentId })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

it('takes five hundred photos dropped at once', async () => {
  const { add, session } = await setUp();
  const photos = Array.from({ length: 500 }, (_, index) => Buffer.concat([jpeg, Buffer.from(String(index))]));
  const answers = await Promise.all(photos.map((bytes, index) => add(bytes, `${index}.jpg`)));
  expect(answers.filter((answer) => !answer.ok)).toEqual([]);
  expect(session.read.get<{ n: number }>('SELECT count(*) AS n FROM attachments')?.n).toBe(500);
});
